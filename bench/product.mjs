// The product: started by its own launcher, with a table of 100,000 rows made through its API and a MEMBER to ask.
import { spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Api } from '../examples/world-cities/api.mjs';
import { descendants } from './processes.mjs';

export const ROWS = 100_000;
export const CATEGORIES = 1_000;
/** True of every row, and asked of each. */
const RULE = { quantity__gte: 0 };
const PASSWORD = 'Correct7horse';

/** Starts PostgreSQL and the server with the WAR, in a folder that is emptied before. */
export async function start(server, port, data) {
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true });
  const profiles = server === 'open-liberty' ? '-Pquick,liberty' : '-Pquick';
  const launcher = spawn('mvn', ['-q', '-o', profiles, 'exec:java', `-Dhttp.port=${port}`, `-Ddata.dir=${data}`], {
    stdio: ['ignore', 'pipe', openSync(`${data}/launcher.log`, 'w')],
  });
  await new Promise((ready, failed) => {
    launcher.stdout.on('data', (text) => String(text).includes('is ready after') && ready());
    launcher.on('exit', () => failed(new Error('The product did not start.')));
  });
  const [postmaster, , , postgresPort] = readFileSync(`${data}/postgresql/postmaster.pid`, 'utf8').split('\n').map(Number);
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    port,
    postmaster,
    postgresPort,
    process: descendants(launcher.pid)[0],
    stop: () => {
      const ended = new Promise((resolve) => launcher.on('exit', resolve));
      launcher.kill('SIGTERM');
      return ended;
    },
  };
}

/** Makes the project, its table with its rows, and the member; answers with what the requests need. */
export async function fill(url) {
  const owner = new Api(url, { email: 'admin@example.com', password: 'Admin12345' });
  await owner.signIn();
  const organization = await owner.post('foundation/organizations/', { name: 'Bench', type: 'COMPANY' });
  await unbounded(owner, organization.id);
  const project = await owner.post('studio/projects/', { name: 'Bench', organization_id: organization.id });
  const makers = await named(owner, project.id, 'makers');
  const stores = await named(owner, project.id, 'stores');
  const table = await owner.post('studio/schemas/', {
    project: project.id,
    table_name: 'items',
    display_name: 'Items',
    fields_config: [
      { name: 'name', type: 'string', required: true, indexed: true },
      { name: 'category', type: 'string', max_length: 20, required: true, indexed: true },
      { name: 'price', type: 'decimal', precision: 12, scale: 2 },
      { name: 'quantity', type: 'integer' },
      { name: 'active', type: 'boolean', default: true },
      { name: 'description', type: 'text' },
      { name: 'maker', type: 'relation', target: 'makers', kind: 'many_to_one' },
      { name: 'store', type: 'relation', target: 'stores', kind: 'many_to_one' },
    ],
  });
  // What a MEMBER may do is asked of every row, as PostgREST's row security does: see postgrest.mjs.
  for (const action of ['read', 'create', 'update', 'delete']) {
    const rule = action === 'create' ? { check: RULE } : { filter: RULE };
    await owner.post(`studio/schemas/${table.id}/policies/`, { role: 'MEMBER', action, ...rule });
  }
  const rows = `runtime/projects/${project.id}/tables/items/`;
  const ids = [];
  for (let first = 0; first < ROWS; first += 10_000) {
    const records = Array.from({ length: 10_000 }, (_, index) => ({
      ...item(first + index),
      maker: makers[(first + index) % makers.length],
      store: stores[(first + index) % stores.length],
    }));
    const { results } = await owner.post(`${rows}bulk/`, { operation: 'create', records });
    ids.push(...results.map((result) => result.id));
  }
  const { caller, token } = await member(url, owner, organization.id);
  return { project, rows: `/api/v1/${rows}`, ids, member: token, cursor: await cursorBehind(caller, rows, 50_000) };
}

/** The cursor that leads on behind so many rows, in the order of their ids. */
async function cursorBehind(caller, rows, many) {
  let cursor = '';
  for (let seen = 0; seen < many; seen += 100) {
    const { next } = await caller.get(rows, { sort_by: 'id', page_size: 100, cursor });
    cursor = new URL(next).searchParams.get('cursor');
  }
  return cursor;
}

/** Puts an organisation on the largest plan: rows that workloads make count as storage. */
export async function unbounded(owner, organization) {
  const plan = await owner.named('foundation/subscription-plans/', {}, 'name', 'Enterprise');
  const { id } = await owner.get('foundation/subscriptions/current/', { organization_id: organization });
  await owner.post(`foundation/subscriptions/${id}/upgrade/`, { plan_id: plan.id, trial: true });
}

/** A table of a hundred things with a name; answers with their ids. */
async function named(owner, project, name) {
  await owner.post('studio/schemas/', {
    project,
    table_name: name,
    display_name: name,
    fields_config: [
      { name: 'name', type: 'string', required: true },
      { name: 'city', type: 'string' },
    ],
  });
  const records = Array.from({ length: 100 }, (_, n) => ({ name: `${name} ${n}`, city: `City ${n % 17}` }));
  const { results } = await owner.post(`runtime/projects/${project}/tables/${name}/bulk/`, {
    operation: 'create',
    records,
  });
  return results.map((result) => result.id);
}

/** The same for every run. */
export function item(number) {
  return {
    name: `Item ${String((number * 7919) % ROWS).padStart(6, '0')}`,
    category: `c${number % CATEGORIES}`,
    price: ((number * 31) % 99_999) / 100,
    quantity: number % 500,
    active: number % 3 !== 0,
    description: `Number ${number} of the things that are kept in store, with a text as people write them.`,
  };
}

/** Somebody who has registered and accepted an invitation as MEMBER, and what gives a fresh access token at each call. */
async function member(url, owner, organization) {
  const account = { email: 'member@example.org', password: PASSWORD };
  const nobody = new Api(url, account);
  await nobody.post('foundation/auth/register/client/', {
    ...account,
    password_confirm: PASSWORD,
    first_name: 'Zoé',
    last_name: 'Müller',
  });
  await nobody.post('foundation/auth/verify-email/', { token: await mailed(nobody, account.email, /verify/) });
  await owner.post(`foundation/organizations/${organization}/members/`, { user_email: account.email, role: 'MEMBER' });
  const caller = new Api(url, account);
  await caller.signIn();
  await caller.post(`foundation/invitations/${await mailed(nobody, account.email, /invitation/)}/accept/`);
  return { caller, token: async () => (await nobody.post('foundation/auth/login/', account)).access };
}

/** The token of the newest link of a kind that was mailed to an address. */
async function mailed(api, to, kind) {
  for (let tries = 0; tries < 100; tries++) {
    const link = (await api.get('dev/mailbox/', { to })).flatMap((mail) => mail.links).find((one) => kind.test(one));
    if (link) return /token=([\w.-]+)/.exec(link)[1];
    await sleep(200);
  }
  throw new Error(`No such mail to ${to}`);
}
