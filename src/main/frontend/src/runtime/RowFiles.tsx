import { ActionIcon, Button, FileButton, Group, Input, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, request } from '../api/client';
import type { Field, StoredFile } from '../api/types';
import { ErrorNotice } from '../ui/errors';
import { useFormat } from '../ui/format';
import { Icon } from '../ui/icons';
import { filesOf } from './values';

/** The pictures that browsers show; the server sends everything else to be saved only. */
const SHOWN = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'];
const PICTURES = 'image/png,image/jpeg,image/gif,image/webp';

function pathOf(file: StoredFile): string {
  return file.url.replace(/^\/api\/v1\//, '');
}

async function blobOf(file: StoredFile, signal?: AbortSignal): Promise<Blob> {
  return (await request<Blob>('GET', pathOf(file), undefined, { blob: true, signal })).data;
}

/** A picture small, fetched with the reader's own rights. */
function Thumbnail({ file }: { file: StoredFile }) {
  const shown = SHOWN.includes(file.content_type);
  const { data: blob } = useQuery({
    queryKey: ['file', file.id],
    queryFn: ({ signal }) => blobOf(file, signal),
    enabled: shown,
    // A file never changes.
    staleTime: Infinity,
    gcTime: 60_000,
  });
  const [source, setSource] = useState<string>();
  useEffect(() => {
    if (!blob) return;
    const url = URL.createObjectURL(blob);
    setSource(url);
    return () => URL.revokeObjectURL(url);
  }, [blob]);
  return (
    <span className="file-thumb">{source ? <img src={source} alt="" /> : <Icon name={shown ? 'image' : 'file'} />}</span>
  );
}

/** The files of one field of a row. What is added or removed here is stored at once, not with the form. */
export function RowFiles({
  field,
  value,
  path,
  readOnly,
  onChange,
}: {
  field: Field;
  value: unknown;
  /** The row's; null while it is not stored yet. */
  path: string | null;
  readOnly: boolean;
  /** Tells that the row has another version. */
  onChange: () => Promise<void>;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const [files, setFiles] = useState(() => filesOf(value));
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const label = field.label || field.name;

  const act = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    try {
      await work();
      await onChange();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const upload = (chosen: File[]) => {
    if (chosen.length === 0 || path === null) return;
    const form = new FormData();
    chosen.forEach((file) => form.append('file', file));
    void act(async () => {
      const made = filesOf(await api.post<StoredFile | StoredFile[]>(`${path}files/${field.name}/`, form));
      setFiles((before) => (field.multiple ? [...before, ...made] : made));
    });
  };
  const save = (file: StoredFile) =>
    void act(async () => {
      const url = URL.createObjectURL(await blobOf(file));
      const link = document.createElement('a');
      link.href = url;
      link.download = file.name;
      link.click();
      // The browser has taken it over by then.
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
    });
  const remove = (file: StoredFile) =>
    modals.openConfirmModal({
      title: t('files.removeTitle', { name: file.name }),
      children: t('rows.deleteText'),
      labels: { confirm: t('common.delete'), cancel: t('common.cancel') },
      confirmProps: { color: 'red' },
      onConfirm: () =>
        void act(async () => {
          await api.delete(pathOf(file));
          setFiles((before) => before.filter((one) => one.id !== file.id));
        }),
    });

  const full = !field.multiple && files.length > 0;
  const choose = {
    accept: field.accept?.length ? field.accept.join(',') : field.type === 'image' ? PICTURES : undefined,
    children: (props: { onClick: () => void }) => (
      <Button
        {...props}
        variant="light"
        size="xs"
        loading={busy}
        leftSection={<Icon name={full ? 'refresh' : 'plus'} size={16} />}
      >
        {full ? t('files.replace') : t('files.add')}
      </Button>
    ),
  };
  return (
    <Input.Wrapper label={label} labelElement="div" description={field.help_text || undefined}>
      <Stack gap={8} mt={4} role="group" aria-label={label}>
        {files.map((file) => (
          <Group key={file.id} gap="sm" wrap="nowrap" className="file-line">
            <Thumbnail file={file} />
            <div style={{ flex: 1, minWidth: 0 }}>
              <button type="button" className="file-name" onClick={() => save(file)} title={t('files.save')}>
                <bdi>{file.name}</bdi>
              </button>
              <Text size="xs" c="dimmed">
                {format.bytes(file.size)}
                {file.width && file.height ? ` · ${file.width} × ${file.height}` : ''}
              </Text>
            </div>
            {!readOnly && (
              <ActionIcon
                variant="subtle"
                color="gray"
                disabled={busy}
                aria-label={t('files.remove', { name: file.name })}
                onClick={() => remove(file)}
              >
                <Icon name="trash" size={17} />
              </ActionIcon>
            )}
          </Group>
        ))}
        {files.length === 0 && (readOnly || path === null) && (
          <Text size="sm" c="dimmed">
            {path === null ? t('files.afterwards') : t('files.none')}
          </Text>
        )}
        {!readOnly && path !== null && (
          <div>
            {field.multiple ? (
              <FileButton {...choose} multiple onChange={upload} />
            ) : (
              <FileButton {...choose} onChange={(file) => upload(file ? [file] : [])} />
            )}
          </div>
        )}
        <ErrorNotice error={error} />
      </Stack>
    </Input.Wrapper>
  );
}
