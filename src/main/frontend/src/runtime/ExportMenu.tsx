import { Button, Menu } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Query, request } from '../api/client';
import { Icon } from '../ui/icons';

const FORMATS = ['csv', 'xlsx', 'json', 'ndjson'] as const;
type Format = (typeof FORMATS)[number];

interface Props {
  /** Of the table's rows. */
  path: string;
  table: string;
  /** The list's query; its pages do not count. */
  query: Query;
  onError: (failure: unknown) => void;
}

/** All rows that the list finds, as a file. */
export function ExportMenu({ path, table, query, onError }: Props) {
  const { t } = useTranslation();
  const save = useMutation({
    mutationFn: async (format: Format) => {
      const asked: Query = { ...query, page: undefined, page_size: undefined, format };
      const { data } = await request<Blob>('GET', `${path}export/`, undefined, { query: asked, blob: true });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(data);
      link.download = `${table}.${format}`;
      link.click();
      // By then the browser has taken the file.
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    },
    onMutate: () => onError(null),
    onError,
  });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" loading={save.isPending} leftSection={<Icon name="download" size={16} />}>
          {t('transfer.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('transfer.exportAll')}</Menu.Label>
        {FORMATS.map((format) => (
          <Menu.Item key={format} onClick={() => save.mutate(format)}>
            {t(`transfer.format.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
