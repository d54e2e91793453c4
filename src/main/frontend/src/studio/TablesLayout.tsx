import { Button, Drawer, Skeleton, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, NavLink, Outlet, useOutletContext, useParams } from 'react-router';
import { useList } from '../api/hooks';
import type { Schema } from '../api/types';
import { Icon } from '../ui/icons';
import { Empty, Loaded, PageHead } from '../ui/parts';
import { type ProjectContext, useProject } from './ProjectLayout';
import { TableDialog } from './TableDialog';

export interface TablesContext extends ProjectContext {
  schemas: Schema[];
  schema: Schema;
}

export const useTable = () => useOutletContext<TablesContext>();

function TableLinks({ schemas, onChoose }: { schemas: Schema[]; onChoose?: () => void }) {
  const { t } = useTranslation();
  const { project } = useProject();
  const [words, setWords] = useState('');
  const shown = schemas.filter((schema) =>
    `${schema.display_name} ${schema.table_name}`.toLowerCase().includes(words.trim().toLowerCase()),
  );
  return (
    <>
      {schemas.length > 7 && (
        <TextInput
          type="search"
          size="sm"
          aria-label={t('tables.search')}
          placeholder={t('tables.search')}
          leftSection={<Icon name="search" size={15} />}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      <nav aria-label={t('tables.title')}>
        <ul className="side-list">
          {shown.map((schema) => (
            <li key={schema.id}>
              <NavLink to={`/projects/${project.id}/tables/${schema.table_name}`} onClick={onChoose}>
                <Icon name="table" size={17} />
                <span>{schema.display_name || schema.table_name}</span>
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}

export function TablesLayout() {
  const { t } = useTranslation();
  const context = useProject();
  const { project, mayEdit } = context;
  const { table } = useParams();
  const schemas = useList<Schema>('studio/schemas/', { project: project.id, page_size: 100 });
  const [creating, dialog] = useDisclosure();
  const [choosing, drawer] = useDisclosure();
  const all = useMemo(
    () => [...(schemas.data?.results ?? [])].sort((one, other) => one.display_name.localeCompare(other.display_name)),
    [schemas.data],
  );
  const schema = all.find((candidate) => candidate.table_name === table);

  const create = mayEdit && (
    <Button
      leftSection={<Icon name="plus" size={16} />}
      variant={all.length ? 'light' : 'filled'}
      onClick={() => {
        drawer.close();
        dialog.open();
      }}
    >
      {t('tables.new')}
    </Button>
  );

  return (
    <>
      <Loaded
        query={schemas}
        skeleton={
          <div className="workbench" aria-hidden="true">
            <div className="side">
              {[0, 1, 2, 3].map((line) => (
                <Skeleton key={line} height={30} radius="md" />
              ))}
            </div>
            <Stack p="xl">
              <Skeleton height={30} width={220} />
              <Skeleton height={320} radius="lg" />
            </Stack>
          </div>
        }
      >
        {() =>
          all.length === 0 ? (
            <div className="page">
              <PageHead title={project.name} text={project.description} />
              <Empty
                icon="table"
                title={t('tables.emptyTitle')}
                text={mayEdit ? t('tables.emptyText') : t('tables.emptyViewer')}
              >
                {create}
              </Empty>
            </div>
          ) : (
            <div className="workbench">
              <aside className="side">
                <TableLinks schemas={all} />
                {create}
              </aside>
              <div className="bench">
                <Button
                  className="only-phone"
                  variant="default"
                  mb="md"
                  styles={{ inner: { flex: 1 }, label: { flex: 1 } }}
                  justify="space-between"
                  leftSection={<Icon name="table" size={16} />}
                  rightSection={<Icon name="down" size={16} />}
                  onClick={drawer.open}
                >
                  {schema?.display_name ?? t('tables.choose')}
                </Button>
                {!table && <Navigate to={all[0].table_name} replace />}
                {table && !schema && <Empty icon="table" title={t('tables.missing')} text={t('tables.missingText')} />}
                {schema && (
                  <Outlet key={schema.id} context={{ ...context, schemas: all, schema } satisfies TablesContext} />
                )}
              </div>
            </div>
          )
        }
      </Loaded>
      <Drawer opened={choosing} onClose={drawer.close} title={t('tables.title')} size="80%">
        <Stack>
          <TableLinks schemas={all} onChoose={drawer.close} />
          {create}
        </Stack>
      </Drawer>
      <TableDialog schemas={all} opened={creating} onClose={dialog.close} />
    </>
  );
}
