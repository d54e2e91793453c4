import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { api, type Query } from './client';
import type { Store } from './store';
import type { Page } from './types';

export function useStore<T>(store: Store<T>): T {
  return useSyncExternalStore(store.subscribe, store.get);
}

/** One page of a list. `path` null means: not yet. */
export function useList<T>(path: string | null, query: Query = {}, exact = false) {
  return useQuery({
    queryKey: [path, query],
    queryFn: ({ signal }) => api.get<Page<T>>(path as string, query, { signal, exact }),
    enabled: path !== null,
    placeholderData: keepPreviousData,
  });
}

/** One resource. `every` asks again after so many milliseconds while it returns a number. */
export function useOne<T>(path: string | null, every?: (data: T | undefined) => number | false) {
  return useQuery({
    queryKey: [path],
    queryFn: ({ signal }) => api.get<T>(path as string, undefined, { signal }),
    enabled: path !== null,
    refetchInterval: every ? (query) => every(query.state.data as T | undefined) : undefined,
  });
}

/** Asks again for everything whose path begins so. */
export function useRefresh() {
  const client = useQueryClient();
  return useCallback(
    (...prefixes: string[]) =>
      client.invalidateQueries({
        predicate: ({ queryKey }) =>
          prefixes.some((prefix) => typeof queryKey[0] === 'string' && queryKey[0].startsWith(prefix)),
      }),
    [client],
  );
}
