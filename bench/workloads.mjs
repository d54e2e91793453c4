// Each workload as both servers are asked for it: the same rows, columns, order and page.
import { CATEGORIES, item } from './product.mjs';
import { request } from './load.mjs';

const PAGE = 20;
const DEEP = 50_000;
const BULK = 1_000;

/** @returns for each workload a request of the number n to either */
export function workloads({ rows, ids, cursor }, token, postgrestToken) {
  const ours = { Authorization: `Bearer ${token}`, Accept: 'application/json' };
  const theirs = { Authorization: `Bearer ${postgrestToken}`, Accept: 'application/json' };
  const id = (n) => ids[(n * 7919) % ids.length];
  const category = (n) => `c${(n * 31) % CATEGORIES}`;
  const list = (n, count) => `${rows}?category=${category(n)}&sort_by=-price&page_size=${PAGE}${count}`;
  const theirDeep = (n) => request('GET', `/items?order=id&limit=${PAGE}&offset=${DEEP + (n % 20) * PAGE}`, theirs);
  const theirList = (n) => `/items?category=eq.${category(n)}&order=price.desc,id&limit=${PAGE}`;
  return {
    row: {
      title: 'one row by its id',
      product: (n) => request('GET', `${rows}${id(n)}/`, ours),
      postgrest: (n) =>
        request('GET', `/items?id=eq.${id(n)}`, { ...theirs, Accept: 'application/vnd.pgrst.object+json' }),
    },
    list: {
      title: 'filtered and sorted list of 20, exact count',
      product: (n) => request('GET', list(n, ''), ours),
      postgrest: (n) => request('GET', theirList(n), { ...theirs, Prefer: 'count=exact' }),
    },
    page: {
      title: 'the same without a count',
      product: (n) => request('GET', list(n, '&count=none'), ours),
      postgrest: (n) => request('GET', theirList(n), theirs),
    },
    deep: {
      title: 'a page of 20 behind 50,000 rows',
      warm: { product: 5_000, postgrest: 3_000 },
      product: (n) =>
        request('GET', `${rows}?sort_by=id&page_size=${PAGE}&page=${DEEP / PAGE + 1 + (n % 20)}&count=none`, ours),
      postgrest: theirDeep,
    },
    cursor: {
      title: 'a page of 20 behind 50,000 rows, by cursor (PostgREST: by offset)',
      warm: { postgrest: 3_000 },
      product: () => request('GET', `${rows}?sort_by=id&page_size=${PAGE}&cursor=${encodeURIComponent(cursor)}`, ours),
      postgrest: theirDeep,
    },
    expand: {
      title: 'list of 20 with two relations embedded',
      product: (n) => request('GET', list(n, '&count=none&expand=maker,store'), ours),
      postgrest: (n) => request('GET', `${theirList(n)}&select=*,maker:makers(*),store:stores(*)`, theirs),
    },
    create: {
      title: 'create one row, answered with the row',
      product: (n) => request('POST', rows, ours, JSON.stringify(created(n))),
      // PostgREST leaves the id to the database, which has no default for it here.
      postgrest: (n) =>
        request('POST', '/items', { ...theirs, Prefer: 'return=representation' },
          JSON.stringify({ id: crypto.randomUUID(), ...created(n) })),
    },
    bulk: {
      title: `create ${BULK} rows at once`,
      warm: { product: 3_000, postgrest: 3_000 },
      product: (n) =>
        request('POST', `${rows}bulk/`, ours, JSON.stringify({ operation: 'create', records: many(n) })),
      postgrest: (n) =>
        request('POST', '/items', { ...theirs, Prefer: 'return=minimal' },
          JSON.stringify(many(n).map((record) => ({ id: crypto.randomUUID(), ...record })))),
    },
  };
}

function many(n) {
  return Array.from({ length: BULK }, (_, index) => created(n * BULK + index));
}

function created(n) {
  return { ...item(n), name: `New ${n}` };
}
