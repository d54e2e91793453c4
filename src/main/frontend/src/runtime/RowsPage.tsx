import { Button, Pagination, Select, Skeleton, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDisclosure, useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList, useOne } from '../api/hooks';
import type { Field, Row, Schema } from '../api/types';
import { FieldDialog } from '../studio/FieldDialog';
import { TableHead } from '../studio/TableHead';
import { useTable } from '../studio/TablesLayout';
import { useFormat } from '../ui/format';
import { Icon } from '../ui/icons';
import { ErrorNotice } from '../ui/errors';
import { Empty, Loaded } from '../ui/parts';
import { ExportMenu } from './ExportMenu';
import { FilterPanel } from './FilterPanel';
import { ImportDialog } from './ImportDialog';
import { RowCards } from './RowCards';
import { RowDrawer } from './RowDrawer';
import { useRelatedRows } from './useRelatedRows';
import { useRowsView } from './useRowsView';

const RowsGrid = lazy(() => import('./RowsGrid'));

const NONE: Row[] = [];

const waiting = <Skeleton height="100%" mih={360} radius="lg" />;

function Rows({ fields }: { fields: Field[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { project, schema, schemas, mayEdit } = useTable();
  const phone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const path = `runtime/projects/${project.id}/tables/${schema.table_name}/`;
  const view = useRowsView(fields);
  const rows = useList<Row>(path, view.query, true);
  const shown = useRelatedRows(project.id, fields, schemas, rows.data?.results ?? NONE);
  const [filtering, filter] = useDisclosure(view.conditions.length > 0);
  const [importing, importer] = useDisclosure();
  const [failure, setFailure] = useState<unknown>(null);
  const [words, setWords] = useState(view.search);
  const search = useDebouncedCallback(view.setSearch, 300);

  // The address is the truth; Back and "clear" change the box too.
  useEffect(() => setWords(view.search), [view.search]);

  const open = useRef(view.open);
  open.current = view.open;
  const onOpen = useCallback((id: string) => open.current(id), []);

  const count = rows.data?.count ?? 0;
  const pages = Math.max(1, Math.ceil(count / view.size));
  const untouched = rows.data !== undefined && count === 0 && !view.narrowed;
  const add = mayEdit && (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={() => view.open('new')}>
      {t('rows.add')}
    </Button>
  );
  const bring = mayEdit && (
    <Button variant="default" leftSection={<Icon name="upload" size={16} />} onClick={importer.open}>
      {t('transfer.import')}
    </Button>
  );

  return (
    <>
      <TableHead>{!untouched && add}</TableHead>
      {!untouched && (
        <div className="toolbar" role="search">
          <TextInput
            type="search"
            style={{ flex: '1 1 12rem', maxWidth: '22rem' }}
            aria-label={t('rows.search')}
            placeholder={t('rows.search')}
            leftSection={<Icon name="search" size={16} />}
            value={words}
            onChange={(event) => {
              setWords(event.currentTarget.value);
              search(event.currentTarget.value);
            }}
          />
          <Button
            variant={view.conditions.length ? 'light' : 'default'}
            leftSection={<Icon name="filter" size={16} />}
            aria-expanded={filtering}
            onClick={filter.toggle}
          >
            {view.conditions.length ? t('rows.filterCount', { count: view.conditions.length }) : t('rows.filter')}
          </Button>
          {bring}
          <ExportMenu path={path} table={schema.table_name} query={view.query} onError={setFailure} />
        </div>
      )}
      <ErrorNotice error={failure} />
      {filtering && !untouched && (
        <FilterPanel
          key={JSON.stringify(view.conditions)}
          projectId={project.id}
          fields={fields}
          conditions={view.conditions}
          match={view.match}
          onApply={(conditions, match) => {
            view.setFilter(conditions, match);
            if (conditions.length === 0) filter.close();
          }}
        />
      )}
      <Loaded query={rows} skeleton={<div style={{ flex: 1, minHeight: 360 }}>{waiting}</div>}>
        {({ results }) => {
          if (untouched) {
            return (
              <Empty
                icon="list"
                title={t('rows.emptyTitle')}
                text={mayEdit ? t('rows.emptyText') : t('rows.emptyViewer')}
              >
                {add}
                {bring}
              </Empty>
            );
          }
          if (results.length === 0) {
            return (
              <Empty icon="search" title={t('rows.nothingTitle')} text={t('rows.nothingText')}>
                <Button variant="default" onClick={view.narrowed ? view.clear : () => view.setPage(1)}>
                  {t('rows.clear')}
                </Button>
              </Empty>
            );
          }
          return (
            <>
              {phone ? (
                <RowCards fields={fields} schemas={schemas} schema={schema} rows={shown} onOpen={onOpen} />
              ) : (
                <div className="grid-frame" aria-busy={rows.isPlaceholderData}>
                  <Suspense fallback={waiting}>
                    <RowsGrid
                      table={schema.display_name}
                      fields={fields}
                      schemas={schemas}
                      rows={shown}
                      sort={view.sort}
                      onSort={view.setSort}
                      onOpen={onOpen}
                      actionLabel={mayEdit ? t('rows.edit') : t('rows.view')}
                    />
                  </Suspense>
                </div>
              )}
              <div className="grid-foot">
                <span role="status">{t('rows.count', { count, formatted: format.number(count) })}</span>
                {pages > 1 && (
                  <nav aria-label={t('rows.pages')}>
                    <Pagination
                      size="sm"
                      total={pages}
                      value={view.page}
                      onChange={view.setPage}
                      siblings={phone ? 0 : 1}
                      getControlProps={(control) => ({ 'aria-label': t(`rows.control.${control}`) })}
                      getItemProps={(page) => ({ 'aria-label': t('rows.pageNumber', { page }) })}
                    />
                  </nav>
                )}
                <Select
                  size="xs"
                  w={84}
                  className="not-phone"
                  aria-label={t('rows.perPage')}
                  allowDeselect={false}
                  data={['20', '50', '100']}
                  value={String(view.size)}
                  onChange={(value) => view.setSize(Number(value))}
                />
              </div>
            </>
          );
        }}
      </Loaded>
      <RowDrawer fields={fields} path={path} row={view.row} onClose={view.close} />
      <ImportDialog opened={importing} onClose={importer.close} path={path} fields={fields} />
    </>
  );
}

export function RowsPage() {
  const { t } = useTranslation();
  const { schema, mayEdit } = useTable();
  const detail = useOne<Schema>(`studio/schemas/${schema.id}/`);
  const [adding, dialog] = useDisclosure();
  const fields = useMemo(
    () => [...(detail.data?.fields_config ?? [])].sort((one, other) => (one.position ?? 0) - (other.position ?? 0)),
    [detail.data],
  );
  return (
    <Loaded query={detail} skeleton={<div style={{ flex: 1, minHeight: 400 }}>{waiting}</div>}>
      {() =>
        fields.length > 0 ? (
          <Rows fields={fields} />
        ) : (
          <>
            <TableHead />
            <Empty icon="list" title={t('fields.emptyTitle')} text={t('fields.emptyText')}>
              {mayEdit && <Button onClick={dialog.open}>{t('fields.add')}</Button>}
            </Empty>
            <FieldDialog opened={adding} onClose={dialog.close} names={[]} />
          </>
        )
      }
    </Loaded>
  );
}
