import { Button, Drawer, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMediaQuery } from '@mantine/hooks';
import { modals } from '@mantine/modals';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, request } from '../api/client';
import { useRefresh } from '../api/hooks';
import type { Field, Row } from '../api/types';
import { useTable } from '../studio/TablesLayout';
import { ErrorNotice } from '../ui/errors';
import { useFormat } from '../ui/format';
import { Icon } from '../ui/icons';
import { said } from '../ui/notify';
import { Loaded } from '../ui/parts';
import { useSubmit } from '../ui/useSubmit';
import { RowFiles } from './RowFiles';
import { RowInput } from './RowInput';
import {
  initialInput,
  inputProblem,
  type InputValue,
  isFiles,
  isWritable,
  labelOf,
  toInput,
  toStored,
} from './values';

interface Tagged {
  row: Row;
  etag: string | null;
}

interface FormProps {
  fields: Field[];
  path: string;
  tagged: Tagged | null;
  onDirty: (dirty: boolean) => void;
  onReload: () => Promise<void>;
  onDone: () => void;
}

function RowForm({ fields, path, tagged: given, onDirty, onReload, onDone }: FormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { project, mayEdit } = useTable();
  const refresh = useRefresh();
  // The row as it was when the form opened: a later answer must not change what is typed, nor its version.
  const [tagged, setTagged] = useState(given);
  const row = tagged?.row;
  const shown = fields.filter((field) => field.visible_in_form !== false);
  const writable = fields.filter((field) => isWritable(field) && field.visible_in_form !== false);

  const form = useForm<Record<string, InputValue>>({
    initialValues: Object.fromEntries(
      writable.map((field) => [field.name, row ? toInput(field, row[field.name]) : initialInput(field)]),
    ),
    validate: (values) => {
      const errors: Record<string, string> = {};
      for (const field of writable) {
        const problem = inputProblem(field, values[field.name]);
        if (problem) errors[field.name] = t(problem.key, { reason: problem.reason });
      }
      return errors;
    },
  });
  // A file changes the row at once. The form goes on from there, unless somebody else changed the row as well.
  const follow = async () => {
    void refresh(path);
    if (!row) return;
    const { data, etag } = await request<Row>('GET', `${path}${row.id}/`, undefined, { exact: true });
    setTagged((before) =>
      before && Number(String(data.version)) === Number(String(before.row.version)) + 1
        ? { row: { ...before.row, version: data.version }, etag }
        : before,
    );
  };

  const dirty = form.isDirty();
  useEffect(() => onDirty(dirty), [dirty, onDirty]);

  const submit = useSubmit(form, async (values) => {
    const body: Record<string, unknown> = {};
    for (const field of writable) {
      const stored = toStored(field, values[field.name]);
      // A new row leaves out what is empty, so that defaults count; a change sends only what changed.
      if (row ? form.isDirty(field.name) : stored !== null && !(Array.isArray(stored) && stored.length === 0)) {
        body[field.name] = stored;
      }
    }
    if (row && Object.keys(body).length > 0) {
      await api.patch(`${path}${row.id}/`, body, { exact: true, ifMatch: tagged?.etag ?? undefined });
    } else if (!row) {
      await api.post(path, body, { exact: true });
    }
    said(row ? (Object.keys(body).length ? t('rows.saved') : t('rows.unchanged')) : t('rows.created'));
    onDirty(false);
    void refresh(path);
    onDone();
  });

  const remove = () =>
    modals.openConfirmModal({
      title: t('rows.deleteTitle'),
      children: t('rows.deleteText'),
      labels: { confirm: t('common.delete'), cancel: t('common.cancel') },
      confirmProps: { color: 'red' },
      onConfirm: async () => {
        try {
          await api.delete(`${path}${row?.id}/`);
        } catch (failure) {
          modals.open({ title: t('rows.delete'), children: <ErrorNotice error={failure} /> });
          return;
        }
        said(t('rows.deleted'));
        onDirty(false);
        void refresh(path);
        onDone();
      },
    });

  return (
    <form {...submit.formProps} style={{ display: 'flex', flexDirection: 'column', flex: 1 }}>
      <Stack style={{ flex: 1 }}>
        {!mayEdit && <Text c="dimmed">{t('rows.readOnly')}</Text>}
        {shown.map((field) =>
          isFiles(field) ? (
            <RowFiles
              key={field.name}
              field={field}
              value={row?.[field.name]}
              path={row ? `${path}${row.id}/` : null}
              readOnly={!mayEdit || field.read_only === true}
              onChange={follow}
            />
          ) : (
            isWritable(field) && (
              <RowInput key={field.name} projectId={project.id} field={field} form={form} readOnly={!mayEdit} />
            )
          ),
        )}
        {row && (
          <Text size="sm" c="dimmed">
            {t('rows.createdAt')}: {format.dateTime(String(row.created_at ?? ''))} · {t('rows.updatedAt')}:{' '}
            {format.dateTime(String(row.updated_at ?? ''))}
          </Text>
        )}
      </Stack>
      <div className="drawer-foot">
        <ErrorNotice error={submit.error} shown={submit.shown} />
        {submit.error?.status === 412 && (
          <Button variant="light" leftSection={<Icon name="refresh" />} onClick={() => void onReload()}>
            {t('rows.reload')}
          </Button>
        )}
        <Group justify="space-between">
          {row && mayEdit ? (
            <Button
              variant="subtle"
              color="red"
              aria-label={t('rows.delete')}
              leftSection={<Icon name="trash" size={16} />}
              onClick={remove}
            >
              {t('common.delete')}
            </Button>
          ) : (
            <span />
          )}
          <Group gap="sm">
            <Button variant="default" className="not-phone" onClick={onDone}>
              {mayEdit ? t('common.cancel') : t('common.close')}
            </Button>
            {mayEdit && (
              <Button type="submit" loading={submit.busy}>
                {t('common.save')}
              </Button>
            )}
          </Group>
        </Group>
      </div>
    </form>
  );
}

/** A row in a drawer at the side: `row` is its id, 'new', or null while closed. */
export function RowDrawer({
  fields,
  path,
  row,
  onClose,
}: {
  fields: Field[];
  path: string;
  row: string | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { schema } = useTable();
  const phone = useMediaQuery('(max-width: 48em)');
  const dirty = useRef(false);
  const [round, setRound] = useState(0);
  const isNew = row === 'new';
  const stored = useQuery({
    queryKey: ['row', path, row],
    queryFn: async ({ signal }): Promise<Tagged> => {
      const { data, etag } = await request<Row>('GET', `${path}${row}/`, undefined, { exact: true, signal });
      return { row: data, etag };
    },
    enabled: row !== null && !isNew,
    // A form that is being typed in is never changed from outside.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const leave = () => {
    if (!dirty.current) {
      onClose();
      return;
    }
    modals.openConfirmModal({
      title: t('rows.discardTitle'),
      children: t('rows.discardText'),
      labels: { confirm: t('rows.discard'), cancel: t('rows.keepEditing') },
      confirmProps: { color: 'red' },
      onConfirm: () => {
        dirty.current = false;
        onClose();
      },
    });
  };
  const formProps = {
    fields,
    path,
    onDirty: (now: boolean) => {
      dirty.current = now;
    },
    onReload: async () => {
      await stored.refetch();
      setRound((before) => before + 1);
    },
    onDone: onClose,
  };
  const title = isNew
    ? t('rows.addTo', { table: schema.display_name })
    : stored.data
      ? labelOf(stored.data.row, schema)
      : t('rows.view');
  return (
    <Drawer
      opened={row !== null}
      onClose={leave}
      position="right"
      size={phone ? '100%' : 480}
      title={title}
      padding="xl"
      closeButtonProps={{ 'aria-label': t('common.close') }}
      styles={{
        content: { display: 'flex', flexDirection: 'column' },
        body: { flex: 1, display: 'flex', flexDirection: 'column' },
      }}
    >
      {isNew && <RowForm {...formProps} tagged={null} />}
      {row !== null && !isNew && (
        <Loaded
          query={stored}
          skeleton={
            <Stack aria-hidden="true">
              {[0, 1, 2, 3].map((line) => (
                <Skeleton key={line} height={54} radius="md" />
              ))}
            </Stack>
          }
        >
          {(tagged) => <RowForm key={round} {...formProps} tagged={tagged} />}
        </Loaded>
      )}
    </Drawer>
  );
}
