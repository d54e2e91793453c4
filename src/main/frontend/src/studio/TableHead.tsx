import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useTitle } from '../ui/parts';
import { useTable } from './TablesLayout';

/** A table's name, the switch between its rows and its fields, and the page's own buttons. */
export function TableHead({ children }: { children?: ReactNode }) {
  const { t } = useTranslation();
  const { project, schema } = useTable();
  useTitle(`${schema.display_name} · ${project.name}`);
  const root = `/projects/${project.id}/tables/${schema.table_name}`;
  return (
    <header className="bench-head">
      <div>
        <Title order={1} size="h2" tabIndex={-1}>
          {schema.display_name}
        </Title>
        {schema.description && (
          <Text c="dimmed" size="sm">
            {schema.description}
          </Text>
        )}
      </div>
      <div style={{ display: 'flex', gap: '0.75rem', flexWrap: 'wrap' }}>
        <nav className="switch" aria-label={t('tables.view')}>
          <NavLink to={root} end>
            {t('tables.rows')}
          </NavLink>
          <NavLink to={`${root}/fields`}>{t('tables.fields')}</NavLink>
        </nav>
        {children}
      </div>
    </header>
  );
}
