import { ApiError, errorFromBody } from './error';
import { parseExact, stringifyExact } from './json';
import { session, sessionState, type Tokens } from './session';
import { createStore } from './store';

export type Query = Record<string, string | number | boolean | undefined | null>;

export interface Options {
  query?: Query;
  signal?: AbortSignal;
  /** Sends If-Match, so that somebody else's newer change is not overwritten. */
  ifMatch?: string;
  /** Keeps the digits of decimals and big integers (see json.ts). */
  exact?: boolean;
  /** Answers with the bytes of a file. */
  blob?: boolean;
}

export interface Answer<T> {
  status: number;
  data: T;
  etag: string | null;
}

/** False while the server or its database can't be reached. */
export const online = createStore(true);

let language = 'en';
export function setApiLanguage(value: string) {
  language = value;
}

function apiUrl(path: string, query?: Query): string {
  const root = typeof document === 'undefined' ? 'http://localhost/' : document.baseURI;
  const url = new URL(`api/v1/${path}`, root);
  for (const [key, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== '') url.searchParams.set(key, String(value));
  }
  return url.toString();
}

function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A POST whose answer got lost is sent again under the same key, so that it happens once. */
const unanswered = new Map<string, string>();

async function send<T>(method: string, path: string, body: unknown, options: Options): Promise<Answer<T>> {
  const url = apiUrl(path, options.query);
  const form = body instanceof FormData ? body : null;
  const text = body === undefined || form ? undefined : stringifyExact(body);
  const headers: Record<string, string> = {
    Accept: options.blob ? '*/*' : 'application/json',
    'Accept-Language': language,
  };
  if (text !== undefined) headers['Content-Type'] = 'application/json';
  if (options.ifMatch) headers['If-Match'] = options.ifMatch;
  const token = session.access();
  if (token) headers.Authorization = `Bearer ${token}`;
  // An upload is not sent again by itself: who sees it fail chooses the file again.
  const attempt = method === 'POST' && !form && !path.startsWith('foundation/auth/') ? `${url} ${text ?? ''}` : null;
  if (attempt) {
    const key = unanswered.get(attempt) ?? randomKey();
    unanswered.set(attempt, key);
    headers['Idempotency-Key'] = key;
  }

  let response: Response;
  let content: string;
  try {
    response = await fetch(url, { method, headers, body: form ?? text, signal: options.signal, credentials: 'omit' });
    if (options.blob && response.ok) {
      const data = (await response.blob()) as T;
      online.set(true);
      return { status: response.status, data, etag: response.headers.get('ETag') };
    }
    content = await response.text();
  } catch (failure) {
    if (options.signal?.aborted) throw failure;
    online.set(false);
    throw new ApiError(0, 'NETWORK', '');
  }
  if (response.status === 503) {
    online.set(false);
  } else {
    online.set(true);
    if (attempt) unanswered.delete(attempt);
  }

  const isJson = (response.headers.get('Content-Type') ?? '').includes('json');
  if (response.ok && content && !isJson) throw new ApiError(response.status, 'BAD_ANSWER', '');
  let data: unknown;
  try {
    data = content && isJson ? (options.exact ? parseExact(content) : JSON.parse(content)) : undefined;
  } catch {
    throw new ApiError(response.status, 'BAD_ANSWER', '');
  }
  if (!response.ok) throw errorFromBody(response.status, data, response.headers);
  return { status: response.status, data: data as T, etag: response.headers.get('ETag') };
}

let refreshing: Promise<boolean> | null = null;

/** Trades the refresh token for new ones. Calls that come meanwhile wait for the same trade. */
export function refreshSession(): Promise<boolean> {
  refreshing ??= trade().finally(() => {
    refreshing = null;
  });
  return refreshing;
}

async function trade(): Promise<boolean> {
  const spent = session.refresh();
  if (!spent) return false;
  try {
    const { data } = await send<Tokens>('POST', 'foundation/auth/refresh/', { refresh: spent }, {});
    session.rotate(spent, { access: data.access, refresh: data.refresh });
    return true;
  } catch (failure) {
    if (!(failure instanceof ApiError) || failure.unavailable || failure.status === 429) throw failure;
    // Another tab may have been faster and told us its tokens.
    return session.refresh() !== spent && session.access() !== null;
  }
}

const ANONYMOUS = ['login', 'register/client', 'refresh', 'password-reset', 'verify-email'].map(
  (name) => `foundation/auth/${name}/`,
);

export async function request<T>(
  method: string,
  path: string,
  body?: unknown,
  options: Options = {},
): Promise<Answer<T>> {
  const usedToken = session.access();
  try {
    return await send<T>(method, path, body, options);
  } catch (failure) {
    const refused = failure instanceof ApiError && failure.status === 401;
    if (!refused || ANONYMOUS.some((prefix) => path.startsWith(prefix))) throw failure;
    const renewed = session.access() !== usedToken || (await refreshSession());
    if (!renewed) {
      session.expire();
      throw failure;
    }
    return send<T>(method, path, body, options);
  }
}

export const api = {
  get: async <T>(path: string, query?: Query, options?: Options) =>
    (await request<T>('GET', path, undefined, { ...options, query })).data,
  post: async <T>(path: string, body?: unknown, options?: Options) =>
    (await request<T>('POST', path, body ?? {}, options)).data,
  put: async <T>(path: string, body: unknown, options?: Options) => (await request<T>('PUT', path, body, options)).data,
  patch: async <T>(path: string, body: unknown, options?: Options) =>
    (await request<T>('PATCH', path, body, options)).data,
  delete: async (path: string, options?: Options) => {
    await request<undefined>('DELETE', path, undefined, options);
  },
};

/** A cheap public call that needs the database: is the server back? */
export async function ping(): Promise<boolean> {
  try {
    await api.get('foundation/subscription-plans/', { page_size: 1 });
    return true;
  } catch (failure) {
    return failure instanceof ApiError && !failure.unavailable;
  }
}

/** Called once at start: a reload, or a second tab, stays signed in. */
export async function resumeSession(): Promise<void> {
  try {
    if (session.refresh() ? await refreshSession() : await session.adopt()) {
      sessionState.set('signed-in');
      return;
    }
    session.expire();
  } catch {
    // No answer: keep the token and let the screens show that the server is away.
    sessionState.set('signed-in');
  }
}
