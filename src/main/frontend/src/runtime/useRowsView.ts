import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { stringifyExact } from '../api/json';
import type { Field } from '../api/types';
import { buildFilters, type Condition, type Match, readConditions, writeConditions } from './filters';

/** Columns that every table has and that may be filtered and sorted by. */
export const SYSTEM_FIELDS: Field[] = [
  { name: 'created_at', type: 'datetime' },
  { name: 'updated_at', type: 'datetime' },
];

/** Page, order, search, filters and the open row live in the address: shareable, and Back works. */
export function useRowsView(fields: Field[]) {
  const [params, setParams] = useSearchParams();
  const page = Math.max(1, Number(params.get('page')) || 1);
  const size = [20, 50, 100].includes(Number(params.get('size'))) ? Number(params.get('size')) : 20;
  const sort = params.get('sort') ?? '';
  const search = params.get('q') ?? '';
  const match: Match = params.get('match') === 'any' ? 'any' : 'all';
  const where = params.get('where');
  const row = params.get('row');

  const conditions = useMemo(() => readConditions(where, [...fields, ...SYSTEM_FIELDS]), [where, fields]);

  const query = useMemo(() => {
    const filters = buildFilters(conditions, match, [...fields, ...SYSTEM_FIELDS]);
    const orders = sort.split(',').filter(Boolean);
    const single = orders.length === 1;
    return {
      page,
      page_size: size,
      search,
      sort_by: single ? orders[0].replace('-', '') : sort,
      sort_order: single ? (orders[0].startsWith('-') ? 'desc' : 'asc') : undefined,
      filters: filters && stringifyExact(filters),
    };
  }, [conditions, match, fields, sort, page, size, search]);

  const change = (changes: Record<string, string | null>, replace = true) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [key, value] of Object.entries(changes)) {
          if (value) after.set(key, value);
          else after.delete(key);
        }
        return after;
      },
      { replace },
    );

  return {
    page,
    size,
    sort,
    search,
    match,
    conditions,
    row,
    query,
    narrowed: search !== '' || conditions.length > 0,
    setPage: (next: number) => change({ page: next > 1 ? String(next) : null }, false),
    setSize: (next: number) => change({ size: next === 20 ? null : String(next), page: null }),
    setSort: (next: string) => change({ sort: next, page: null }),
    setSearch: (next: string) => change({ q: next, page: null }),
    setFilter: (next: Condition[], how: Match) =>
      change({ where: next.length ? writeConditions(next) : null, match: how === 'any' ? 'any' : null, page: null }),
    clear: () => change({ q: null, where: null, match: null, page: null }),
    open: (id: string) => change({ row: id }, false),
    close: () => change({ row: null }),
  };
}

export type RowsView = ReturnType<typeof useRowsView>;
