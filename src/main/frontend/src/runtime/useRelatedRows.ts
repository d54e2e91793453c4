import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../api/client';
import type { Field, Page, Row, Schema } from '../api/types';
import { idOf, labelFieldOf } from './values';

/** The rows with the rows they point to in place of their ids: one request a relation, and ids until it is there. */
export function useRelatedRows(projectId: string, fields: Field[], schemas: Schema[], rows: Row[]): Row[] {
  const relations = fields.filter(
    (field) => field.type === 'relation' && field.kind !== 'many_to_many' && field.visible_in_list !== false,
  );
  const found = useQueries({
    queries: relations.map((field) => {
      const ids = [...new Set(rows.map((row) => idOf(row[field.name])).filter(Boolean))].sort();
      const path = `runtime/projects/${projectId}/tables/${field.target}/`;
      const label = labelFieldOf(
        schemas.find((schema) => schema.table_name === field.target),
        field.display_field,
      );
      const query = {
        page_size: 100,
        count: 'none',
        filters: JSON.stringify({ id__in: ids }),
        fields: label && `id,${label}`,
      };
      return {
        queryKey: [path, query],
        queryFn: ({ signal }: { signal: AbortSignal }) => api.get<Page<Row>>(path, query, { signal, exact: true }),
        enabled: ids.length > 0,
        staleTime: 30_000,
      };
    }),
    combine: (answers) => answers.map(({ data }) => data?.results),
  });
  const names = relations.map((field) => field.name).join(',');
  return useMemo(() => {
    if (!names) return rows;
    const related = names
      .split(',')
      .map((name, index) => [name, new Map((found[index] ?? []).map((row) => [row.id, row]))] as const);
    return rows.map((row) => ({
      ...row,
      ...Object.fromEntries(related.map(([name, byId]) => [name, byId.get(idOf(row[name])) ?? row[name]])),
    }));
  }, [rows, names, found]);
}
