import { ActionIcon, Badge, Button, Code, Group, Modal, Stack, Table, Text, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { ApiError } from '../api/error';
import { useOne, useRefresh } from '../api/hooks';
import type { Field, Schema } from '../api/types';
import { ErrorNotice } from '../ui/errors';
import { useLabel } from '../ui/format';
import { Icon } from '../ui/icons';
import { said } from '../ui/notify';
import { Empty, Lines, Loaded } from '../ui/parts';
import { FieldDialog } from './FieldDialog';
import { TableHead } from './TableHead';
import { useTable } from './TablesLayout';

function DeleteFieldDialog({ field, onClose }: { field: Field | null; onClose: () => void }) {
  const { t } = useTranslation();
  const { schema } = useTable();
  const refresh = useRefresh();
  const remove = useMutation({
    mutationFn: (lossToo: boolean) =>
      api.delete(`studio/schemas/${schema.id}/fields/${field?.id}/`, {
        query: lossToo ? { allow_data_loss: true } : undefined,
      }),
    onSuccess: () => {
      said(t('fields.deleted', { name: field?.label ?? field?.name }));
      void refresh('studio/schemas/', 'runtime/projects/');
      close();
    },
  });
  const close = () => {
    remove.reset();
    onClose();
  };
  const loses = remove.error instanceof ApiError && remove.error.code === 'DATA_LOSS';
  return (
    <Modal opened={field !== null} onClose={close} title={t('fields.deleteTitle')}>
      <Stack>
        <Text>{t('fields.deleteText', { name: field?.label ?? field?.name })}</Text>
        <ErrorNotice error={remove.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close} data-autofocus>
            {t('common.cancel')}
          </Button>
          <Button color="red" loading={remove.isPending} onClick={() => remove.mutate(loses)}>
            {loses ? t('fields.deleteAnyway') : t('common.delete')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

export function FieldsPage() {
  const { t } = useTranslation();
  const label = useLabel();
  const { schema, schemas, mayEdit, mayManage } = useTable();
  const detail = useOne<Schema>(`studio/schemas/${schema.id}/`);
  const [opened, dialog] = useDisclosure();
  const [doomed, setDoomed] = useState<Field | null>(null);
  const add = mayEdit && (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={dialog.open}>
      {t('fields.add')}
    </Button>
  );
  const option = (field: Field): string => {
    if (field.type === 'relation') {
      return `→ ${schemas.find((other) => other.table_name === field.target)?.display_name ?? field.target}`;
    }
    if (field.choices?.length) return field.choices.map((choice) => choice.label ?? choice.value).join(', ');
    return '';
  };
  return (
    <>
      <TableHead>{detail.data?.fields_config.length !== 0 && add}</TableHead>
      <Loaded query={detail} skeleton={<Lines />}>
        {({ fields_config }) =>
          fields_config.length === 0 ? (
            <Empty icon="list" title={t('fields.emptyTitle')} text={t('fields.emptyText')}>
              {add}
            </Empty>
          ) : (
            <div className="panel">
              <Table.ScrollContainer minWidth={540} type="native">
                <Table className="fields-table" verticalSpacing="sm">
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{t('fields.label')}</Table.Th>
                      <Table.Th>{t('fields.name')}</Table.Th>
                      <Table.Th>{t('fields.type')}</Table.Th>
                      <Table.Th>{t('fields.rules')}</Table.Th>
                      {mayManage && (
                        <Table.Th>
                          <span className="visually-hidden">{t('rows.actions')}</span>
                        </Table.Th>
                      )}
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {fields_config.map((field) => (
                      <Table.Tr key={field.id ?? field.name}>
                        <Table.Td fw={600}>{field.label || field.name}</Table.Td>
                        <Table.Td>
                          <Code>{field.name}</Code>
                        </Table.Td>
                        <Table.Td>
                          {label('fieldTypes', field.type)}
                          {option(field) && (
                            <Text size="sm" c="dimmed">
                              {option(field)}
                            </Text>
                          )}
                        </Table.Td>
                        <Table.Td>
                          <Group gap={6}>
                            {field.required && (
                              <Badge className="status" data-tone="calm" tt="none">
                                {t('fields.required')}
                              </Badge>
                            )}
                            {field.unique && (
                              <Badge className="status" data-tone="calm" tt="none">
                                {t('fields.unique')}
                              </Badge>
                            )}
                          </Group>
                        </Table.Td>
                        {mayManage && (
                          <Table.Td ta="right">
                            {field.id && (
                              <Tooltip label={t('common.delete')}>
                                <ActionIcon
                                  variant="subtle"
                                  color="gray"
                                  aria-label={t('fields.delete', { name: field.label ?? field.name })}
                                  onClick={() => setDoomed(field)}
                                >
                                  <Icon name="trash" size={17} />
                                </ActionIcon>
                              </Tooltip>
                            )}
                          </Table.Td>
                        )}
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </Table.ScrollContainer>
            </div>
          )
        }
      </Loaded>
      <FieldDialog
        opened={opened}
        onClose={dialog.close}
        names={(detail.data?.fields_config ?? []).map((field) => field.name)}
      />
      <DeleteFieldDialog field={doomed} onClose={() => setDoomed(null)} />
    </>
  );
}
