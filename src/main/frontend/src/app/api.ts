import { ApiError, errorFromBody } from '../api/error';
import { createSession, type Tokens } from '../api/session';
import type { PageEntry } from './route';

/** What the server tells of an application, for who asks. */
export interface Description {
  id: string;
  name: string;
  version: number;
  environment: 'prod' | 'staging';
  project: string;
  registration: 'open' | 'invite' | 'closed';
  password_min_length: number;
  has_private_pages: boolean;
  not_found: { title?: string | null; text?: string | null };
  pages: PageEntry[];
}

export interface Account {
  email: string;
  name: string;
  role: string;
}

/** Where the application begins: the server writes it into the page. */
export const base = new URL(
  document.querySelector<HTMLMetaElement>('meta[name="app-base"]')?.content ?? '/',
  document.baseURI,
).pathname;

/** Each application keeps its own sign-in: several may live at one host name. */
export const { session, sessionState } = createSession(`nocode.app.${base}`);

let language = 'en';
export function setLanguage(value: string) {
  language = value;
}

async function send<T>(method: string, url: string, body?: unknown): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': language };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const access = session.access();
  if (access) headers.Authorization = `Bearer ${access}`;
  let response: Response;
  let data: unknown;
  try {
    response = await fetch(url, { method, headers, body: JSON.stringify(body), credentials: 'omit' });
    data = await response.json();
  } catch {
    throw new ApiError(0, 'NETWORK', '');
  }
  if (!response.ok) throw errorFromBody(response.status, data, response.headers);
  return data as T;
}

let app: Description | null = null;

function auth(path: string): string {
  if (!app) throw new Error('The application is not known yet.');
  const url = new URL(`api/v1/runtime/apps/${app.id}/auth/${path}/`, document.baseURI);
  return url.toString();
}

/** The accounts of an environment are its own. */
const here = () => `?environment=${app?.environment ?? 'prod'}`;

let refreshing: Promise<boolean> | null = null;

function refresh(): Promise<boolean> {
  refreshing ??= trade().finally(() => {
    refreshing = null;
  });
  return refreshing;
}

async function trade(): Promise<boolean> {
  const spent = session.refresh();
  if (!spent) return false;
  try {
    session.rotate(spent, await send<Tokens>('POST', auth('refresh'), { refresh: spent }));
    return true;
  } catch (failure) {
    if (failure instanceof ApiError && (failure.unavailable || failure.status === 429)) throw failure;
    // Another tab may have been faster and told us its tokens.
    return session.refresh() !== spent && session.access() !== null;
  }
}

/** Goes on as who signed in before; who is refused is nobody. */
async function renewing<T>(work: () => Promise<T>): Promise<T> {
  const used = session.access();
  try {
    return await work();
  } catch (failure) {
    if (!(failure instanceof ApiError) || failure.status !== 401 || !used) throw failure;
    if (session.access() === used && !(await refresh())) session.expire();
    return work();
  }
}

/** The application for who asks now; the first time, a reload or a second tab stays signed in. */
export async function describe(): Promise<Description> {
  const load = () => send<Description>('GET', `${base}app.json`);
  if (app === null) {
    app = await load();
    if (session.refresh() ? await refresh() : await session.adopt()) sessionState.set('signed-in');
    else session.expire();
    if (!session.access()) return app;
  }
  app = await renewing(load);
  return app;
}

export const account = () => renewing(() => send<Account>('GET', auth('me')));

export async function signIn(email: string, password: string): Promise<void> {
  session.start(await send<Tokens>('POST', auth('login') + here(), { email, password }));
}

export async function signOut(): Promise<void> {
  const mine = session.refresh();
  try {
    if (mine) await send('POST', auth('logout'), { refresh: mine });
  } catch {
    // Here it is forgotten all the same.
  }
  session.end();
}

export const register = (body: { email: string; name: string; password: string; password_confirm: string }) =>
  send('POST', auth('register') + here(), body);
export const resend = (email: string) => send('POST', auth('verify-email/resend') + here(), { email });
export const verify = (token: string) => send('POST', auth('verify-email'), { token });
export const askReset = (email: string) => send('POST', auth('password-reset') + here(), { email });
export const choosePassword = (token: string, password: string, again: string) =>
  send('POST', auth('password-reset/confirm'), {
    token,
    new_password: password,
    new_password_confirm: again,
  });
