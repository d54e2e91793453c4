import { ActionIcon, Button, Fieldset, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../api/client';
import { useRefresh } from '../api/hooks';
import type { Schema } from '../api/types';
import { FormDialog } from '../ui/FormDialog';
import { Icon } from '../ui/icons';
import { said } from '../ui/notify';
import { NAME, toName } from '../ui/values';
import { draftProblems, type FieldDraft, newDraft, toField } from './fieldDraft';
import { FieldInputs } from './FieldInputs';
import { useProject } from './ProjectLayout';

interface Values extends Record<string, unknown> {
  display_name: string;
  table_name: string;
  fields_config: FieldDraft[];
}

export function TableDialog({ schemas, opened, onClose }: { schemas: Schema[]; opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const { project } = useProject();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const form = useForm<Values>({
    initialValues: { display_name: '', table_name: '', fields_config: [newDraft()] },
    validate: (values) => {
      const errors: Record<string, string> = {};
      if (!values.display_name.trim()) errors.display_name = t('common.needed');
      else if (!NAME.test(values.table_name.trim())) errors.table_name = t('tables.badName');
      values.fields_config.forEach((draft, index) => {
        const others = values.fields_config.filter((_, other) => other !== index).map((other) => other.name.trim());
        for (const [key, problem] of Object.entries(draftProblems(draft, others))) {
          errors[`fields_config.${index}.${key}`] = t(problem);
        }
      });
      return errors;
    },
  });
  const { display_name, table_name, fields_config } = form.values;
  const targets = schemas.map((schema) => ({ value: schema.table_name, label: schema.display_name }));
  const isNew = !targets.some(({ value }) => value === table_name);
  if (isNew && NAME.test(table_name) && display_name) targets.push({ value: table_name, label: display_name });

  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={t('tables.new')}
      submitLabel={t('common.create')}
      size="xl"
      form={form}
      onSubmit={async (values) => {
        const made = await api.post<Schema>('studio/schemas/', {
          project: project.id,
          table_name: values.table_name.trim(),
          display_name: values.display_name.trim(),
          fields_config: values.fields_config.map(toField),
        });
        said(t('tables.created', { name: made.display_name }));
        await refresh('studio/schemas/');
        await navigate(`/projects/${project.id}/tables/${made.table_name}`);
      }}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          label={t('tables.displayName')}
          description={t('tables.displayNameText')}
          data-autofocus
          {...form.getInputProps('display_name')}
          onChange={(event) => {
            const next = event.currentTarget.value;
            if (table_name === toName(display_name)) form.setFieldValue('table_name', toName(next));
            form.setFieldValue('display_name', next);
          }}
        />
        <TextInput
          label={t('tables.name')}
          description={t('tables.nameText')}
          spellCheck={false}
          autoCapitalize="off"
          {...form.getInputProps('table_name')}
        />
      </SimpleGrid>
      <Stack gap="sm" role="group" aria-label={t('tables.fields')}>
        {fields_config.map((draft, index) => (
          // A draft has no identity of its own, and the inputs are controlled: the index is its key.
          <Fieldset key={index} legend={t('fields.number', { number: index + 1 })} radius="md" pos="relative">
            <FieldInputs form={form} path={`fields_config.${index}.`} draft={draft} targets={targets} />
            {fields_config.length > 1 && (
              <ActionIcon
                pos="absolute"
                top={0}
                right={8}
                variant="subtle"
                color="gray"
                aria-label={t('fields.remove', { number: index + 1 })}
                onClick={() => form.removeListItem('fields_config', index)}
              >
                <Icon name="cross" size={16} />
              </ActionIcon>
            )}
          </Fieldset>
        ))}
        <Button
          variant="light"
          style={{ alignSelf: 'flex-start' }}
          leftSection={<Icon name="plus" size={16} />}
          onClick={() => form.insertListItem('fields_config', newDraft())}
        >
          {t('fields.another')}
        </Button>
      </Stack>
    </FormDialog>
  );
}
