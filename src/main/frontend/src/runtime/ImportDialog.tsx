import { Alert, Button, Checkbox, FileInput, Group, Modal, Progress, Select, Stack, Table, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useOne, useRefresh } from '../api/hooks';
import type { Field, JobStatus } from '../api/types';
import { ErrorNotice } from '../ui/errors';
import { useFormat } from '../ui/format';
import { Icon } from '../ui/icons';
import { guessMapping, readHeader } from './importFile';

interface ImportJob {
  id: string;
  status: JobStatus;
  progress_percentage: number;
  total: number | null;
  succeeded: number;
  failed: number;
  error: string | null;
  dry_run: boolean;
  errors: { line: number; reason: string; values: Record<string, unknown> }[];
}

interface Props {
  opened: boolean;
  onClose: () => void;
  /** Of the table's rows. */
  path: string;
  fields: Field[];
}

const LEAVE_OUT = '';

/** From choosing a file to the list of the lines that were refused. */
export function ImportDialog({ opened, onClose, path, fields }: Props) {
  const { t } = useTranslation();
  const phone = useMediaQuery('(max-width: 48em)');
  const [job, setJob] = useState<string | null>(null);
  useEffect(() => {
    if (opened) setJob(null);
  }, [opened]);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('transfer.importTitle')}
      size="lg"
      fullScreen={phone}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {job === null ? (
        <ChooseFile path={path} fields={fields} onTaken={setJob} onClose={onClose} />
      ) : (
        <Running path={path} id={job} onClose={onClose} onAgain={() => setJob(null)} />
      )}
    </Modal>
  );
}

interface ChooseProps {
  path: string;
  fields: Field[];
  onTaken: (id: string) => void;
  onClose: () => void;
}

function ChooseFile({ path, fields, onTaken, onClose }: ChooseProps) {
  const { t } = useTranslation();
  const [file, setFile] = useState<File | null>(null);
  const [header, setHeader] = useState<string[]>([]);
  const [mapping, setMapping] = useState<Record<string, string>>({});
  const [key, setKey] = useState<string | null>(null);
  const [trial, setTrial] = useState(false);
  const unique = fields.filter((field) => field.unique);
  const writable = fields.filter((field) => !['autonumber', 'formula', 'file', 'image'].includes(field.type));

  const choose = async (chosen: File | null) => {
    setFile(chosen);
    const names = chosen ? await readHeader(chosen) : [];
    setHeader(names);
    setMapping(guessMapping(names, writable));
  };
  const send = useMutation({
    mutationFn: async () => {
      const form = new FormData();
      form.append('file', file as File);
      const chosen = header.map((name) => [name, mapping[name] || null]);
      const query = {
        mode: key ? 'upsert' : 'insert',
        on_conflict: key,
        dry_run: trial ? 'true' : undefined,
        mapping: header.length > 0 ? JSON.stringify(Object.fromEntries(chosen)) : undefined,
      };
      return api.post<ImportJob>(`${path}import/`, form, { query });
    },
    onSuccess: (made) => onTaken(made.id),
  });
  const labels = [
    { value: LEAVE_OUT, label: t('transfer.leaveOut') },
    ...writable.map((field) => ({ value: field.name, label: field.label || field.name })),
  ];
  return (
    <Stack gap="md">
      <Text c="dimmed">{t('transfer.importText')}</Text>
      <FileInput
        label={t('transfer.file')}
        placeholder={t('transfer.chooseFile')}
        accept=".csv,.tsv,.txt,.json,.ndjson,.jsonl,.xlsx"
        clearable
        leftSection={<Icon name="upload" size={16} />}
        value={file}
        onChange={(chosen) => void choose(chosen)}
        data-autofocus
      />
      {header.length > 0 && (
        <Table.ScrollContainer minWidth={320} mah={320}>
          <Table verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('transfer.column')}</Table.Th>
                <Table.Th>{t('transfer.field')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {header.map((name) => (
                <Table.Tr key={name}>
                  <Table.Td>{name}</Table.Td>
                  <Table.Td>
                    <Select
                      size="xs"
                      aria-label={t('transfer.fieldOf', { name })}
                      allowDeselect={false}
                      searchable
                      data={labels}
                      value={mapping[name] ?? LEAVE_OUT}
                      onChange={(value) => setMapping({ ...mapping, [name]: value ?? LEAVE_OUT })}
                    />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {unique.length > 0 && (
        <Select
          label={t('transfer.existing')}
          description={t('transfer.existingText')}
          placeholder={t('transfer.onlyNew')}
          clearable
          data={unique.map((field) => ({ value: field.name, label: field.label || field.name }))}
          value={key}
          onChange={setKey}
        />
      )}
      <Checkbox
        label={t('transfer.trial')}
        description={t('transfer.trialText')}
        checked={trial}
        onChange={(event) => setTrial(event.currentTarget.checked)}
      />
      <div className="dialog-foot">
        <ErrorNotice error={send.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button disabled={!file} loading={send.isPending} onClick={() => send.mutate()}>
            {trial ? t('transfer.tryOut') : t('transfer.import')}
          </Button>
        </Group>
      </div>
    </Stack>
  );
}

interface RunningProps {
  path: string;
  id: string;
  onClose: () => void;
  onAgain: () => void;
}

function Running({ path, id, onClose, onAgain }: RunningProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const refresh = useRefresh();
  const job = useOne<ImportJob>(`${path}import/${id}/`, (data) => (!data || isOpen(data) ? 700 : false));
  const cancel = useMutation({
    mutationFn: () => api.delete(`${path}import/${id}/`),
    onSettled: () => void job.refetch(),
  });
  const data = job.data;
  const over = data !== undefined && !isOpen(data);
  useEffect(() => {
    if (over) void refresh(path);
  }, [over, refresh, path]);
  const count = (key: 'taken' | 'wouldTake' | 'refused', number: number) =>
    t(`transfer.${key}`, { count: number, formatted: format.number(number) });
  return (
    <Stack gap="md">
      <div role="status">
        <Text fw={600}>{t(`transfer.status.${data?.status ?? 'pending'}`)}</Text>
        {data && (
          <Text size="sm" c="dimmed">
            {count(data.dry_run ? 'wouldTake' : 'taken', data.succeeded)} · {count('refused', data.failed)}
          </Text>
        )}
      </div>
      <Progress
        value={data?.progress_percentage ?? 0}
        animated={!over}
        color={data?.status === 'failed' ? 'red' : 'pine'}
        aria-label={t('transfer.progress')}
      />
      {data?.error && (
        <Alert color="red" icon={<Icon name="alert" />}>
          {data.error}
        </Alert>
      )}
      {data && data.errors.length > 0 && (
        <Table.ScrollContainer minWidth={320} mah={360}>
          <Table verticalSpacing={6} stickyHeader>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('transfer.line')}</Table.Th>
                <Table.Th>{t('transfer.reason')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.errors.slice(0, 200).map((row) => (
                <Table.Tr key={`${row.line} ${row.reason}`}>
                  <Table.Td>{format.number(row.line)}</Table.Td>
                  <Table.Td>
                    <Text size="sm">{row.reason}</Text>
                    <Text size="xs" c="dimmed" lineClamp={1}>
                      {Object.values(row.values)
                        .filter((value) => value !== null && value !== '')
                        .join(' · ')}
                    </Text>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <div className="dialog-foot">
        <ErrorNotice error={job.error ?? cancel.error} />
        <Group justify="flex-end">
          {over ? (
            <>
              <Button variant="default" onClick={onAgain}>
                {t('transfer.another')}
              </Button>
              <Button onClick={onClose}>{t('common.close')}</Button>
            </>
          ) : (
            <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>
              {t('transfer.stop')}
            </Button>
          )}
        </Group>
      </div>
    </Stack>
  );
}

function isOpen(job: ImportJob): boolean {
  return job.status === 'pending' || job.status === 'running';
}
