// How long rows take to leave and to come in through the API, beside PostgreSQL's own COPY of the same rows.
//   node bench/transfer.mjs --url http://127.0.0.1:8080 --db postgresql://nocode:nocode@127.0.0.1:5432/nocode
//                           [--out 100000] [--in 1000000] [--rounds 5] [--pid SERVER] [--formats csv,json,ndjson,xlsx]
// Needs psql. An import is timed from the first byte of the upload to the moment it says that it has ended. With
// --formats the rows that came in leave and come in once more in each of them, and the live heap of the server is looked
// at on the way (with the JDK's jcmd): these are not to be compared by time. Files may be larger than a server takes by
// default: see nocode.limits.file-mib.
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openAsBlob, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Api } from '../examples/world-cities/api.mjs';

const { values: options } = parseArgs({
  options: {
    url: { type: 'string' },
    db: { type: 'string' },
    out: { type: 'string', default: '100000' },
    in: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '5' },
    pid: { type: 'string' },
    formats: { type: 'string', default: '' },
  },
});
const ROUNDS = Number(options.rounds);
const folder = mkdtempSync(join(tmpdir(), 'transfer-'));
const api = new Api(options.url, { email: 'admin@example.com', password: 'Admin12345' });
await api.signIn();
const { access } = await api.post('foundation/auth/login/', { email: 'admin@example.com', password: 'Admin12345' });
const headers = { Authorization: `Bearer ${access}` };
let signed = performance.now();

const organization = await api.post('foundation/organizations/', { name: `Transfer ${Date.now()}`, type: 'COMPANY' });
const project = await api.post('studio/projects/', { name: `Transfer ${Date.now()}`, organization_id: organization.id });
const wide = await table('item', [
  { name: 'name', type: 'string', max_length: 100 },
  { name: 'price', type: 'decimal', precision: 12, scale: 2 },
  { name: 'amount', type: 'integer' },
  { name: 'born', type: 'date' },
  { name: 'open', type: 'boolean' },
  { name: 'note', type: 'text' },
]);
const narrow = await table('line', [
  { name: 'name', type: 'string', max_length: 100 },
  { name: 'price', type: 'decimal', precision: 12, scale: 2 },
  { name: 'amount', type: 'integer' },
]);

console.log(`load ${loadavg()[0].toFixed(1)}`);
await leave(Number(options.out));
await comeIn(Number(options.in));
for (const format of options.formats.split(',').filter(Boolean)) await through(format, Number(options.in));
rmSync(folder, { recursive: true });

async function leave(rows) {
  // Ids as the product makes them: by time.
  psql(`insert into ${wide.sql} (id, created_at, updated_at, version, name, price, amount, born, open, note)
    select (lpad(to_hex(1700000000000 + g), 12, '0') || '7000' || '8000' || lpad(to_hex(g), 12, '0'))::uuid,
      now(), now(), 1, 'Item number ' || g, g * 0.37, g, date '2000-01-01' + g % 9000, g % 2 = 0,
      repeat('some text ', 8) from generate_series(1, ${rows}) g; analyze ${wide.sql}`);
  const theirs = [];
  const ours = [];
  const memory = [];
  for (let round = 0; round <= ROUNDS; round++) {
    let begun = performance.now();
    run('psql', [options.db, '-qc', `copy ${wide.sql} to stdout (format csv, header)`], join(folder, 'theirs.csv'));
    const one = performance.now() - begun;
    const before = rss();
    begun = performance.now();
    run(
      'curl',
      ['-sf', '-H', `Authorization: ${headers.Authorization}`, `${wide.rows}export/?format=csv`],
      join(folder, 'ours.csv'),
    );
    const other = performance.now() - begun;
    // The first round warms up.
    if (round > 0) {
      theirs.push(one);
      ours.push(other);
      memory.push(rss() - before);
    }
  }
  const lines = readFileSync(join(folder, 'ours.csv'), 'latin1').split('\r\n').length - 2;
  if (lines !== rows) throw new Error(`${lines} lines`);
  tell(`export of ${rows} rows as CSV`, ours, 'psql COPY TO', theirs);
  console.log(`  resident memory grew by at most ${(Math.max(...memory) / 2 ** 20).toFixed(0)} MiB in a round`);
}

async function comeIn(rows) {
  const file = join(folder, 'lines.csv');
  const out = openSync(file, 'w');
  writeSync(out, 'name,price,amount\n');
  for (let from = 1; from <= rows; from += 10_000) {
    let text = '';
    for (let i = from; i < Math.min(from + 10_000, rows + 1); i++) text += `Line number ${i},${(i * 0.37).toFixed(2)},${i}\n`;
    writeSync(out, text);
  }
  closeSync(out);
  const theirs = [];
  const ours = [];
  const memory = [];
  for (let round = 0; round < ROUNDS; round++) {
    psql(`truncate ${narrow.sql};       create table ${narrow.sql}_copy (like ${narrow.sql} including all);
      alter table ${narrow.sql}_copy alter id set default gen_random_uuid(), alter created_at set default now(),
      alter updated_at set default now(), alter version set default 1`);
    let begun = performance.now();
    run('psql', [options.db, '-qc', `\\copy ${narrow.sql}_copy (name, price, amount) from '${file}' (format csv, header)`]);
    theirs.push(performance.now() - begun);
    psql(`drop table ${narrow.sql}_copy`);
    const before = rss();
    let most = before;
    begun = performance.now();
    await importFile(file, rows, () => (most = Math.max(most, rss())));
    ours.push(performance.now() - begun);
    memory.push(most - before);
  }
  tell(`import of ${rows} rows of CSV`, ours, 'psql COPY FROM', theirs);
  console.log(`  resident memory grew by at most ${(Math.max(...memory) / 2 ** 20).toFixed(0)} MiB in a round`);
}

/** Takes a file into the narrow table. */
async function importFile(file, rows, meanwhile) {
  // Commands that were waited for kept from us that the server has closed a connection that was idle.
  await new Promise((done) => setTimeout(done, 50));
  const form = new FormData();
  form.append('file', await openAsBlob(file), file.replace(/^.*\//, ''));
  const answer = await fetch(`${narrow.rows}import/`, { method: 'POST', headers: await fresh(), body: form });
  let job = await answer.json();
  if (answer.status !== 202) throw new Error(JSON.stringify(job));
  while (['pending', 'running'].includes(job.status)) {
    await new Promise((done) => setTimeout(done, 200));
    meanwhile();
    job = await (await fetch(`${narrow.rows}import/${job.id}/`, { headers: await fresh() })).json();
  }
  if (job.status !== 'succeeded' || job.succeeded !== rows) throw new Error(JSON.stringify(job).slice(0, 500));
}

/** The rows leave in a format, and come in again; what the server holds meanwhile. */
async function through(format, rows) {
  await new Promise((done) => setTimeout(done, 50));
  const file = join(folder, `lines.${format}`);
  const url = `${narrow.rows}export/?format=${format}&fields=name,price,amount&sort_by=id`;
  const { Authorization } = await fresh();
  await watched(`export of ${rows} rows as ${format}`, async () => {
    const curl = spawn('curl', ['-sf', '-o', file, '-H', `Authorization: ${Authorization}`, url]);
    const code = await new Promise((done) => curl.on('exit', done));
    if (code !== 0) throw new Error(`curl: ${code}`);
  });
  psql(`truncate ${narrow.sql}`);
  await watched(`import of ${(statSync(file).size / 2 ** 20).toFixed(0)} MiB of ${format}`, () =>
    importFile(file, rows, () => {}),
  );
}

async function watched(what, work) {
  const before = { rss: rss(), heap: heap() };
  const most = { ...before };
  let over = false;
  const begun = performance.now();
  const done = work().finally(() => (over = true));
  while (!over) {
    await Promise.race([done, new Promise((wait) => setTimeout(wait, 1000))]);
    if (!over) most.heap = Math.max(most.heap, heap());
    most.rss = Math.max(most.rss, rss());
  }
  await done;
  const mib = (bytes) => (bytes / 2 ** 20).toFixed(0);
  console.log(`${what}: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  console.log(`  live heap ${mib(before.heap)} MiB before, at most ${mib(most.heap)}; resident ${mib(before.rss)}, at most ${mib(most.rss)}`);
}

/** Bytes of all objects of the server's that are reachable: the less of two looks, since native code can put a collection off. */
function heap() {
  if (!options.pid) return 0;
  const look = () => Number(/^Total +\d+ +(\d+)/m.exec(run('jcmd', [options.pid, 'GC.class_histogram']))[1]);
  return Math.min(look(), look());
}

/** Headers with a token that lasts. */
async function fresh() {
  if (performance.now() - signed > 300_000) {
    const again = await api.post('foundation/auth/login/', { email: 'admin@example.com', password: 'Admin12345' });
    headers.Authorization = `Bearer ${again.access}`;
    signed = performance.now();
  }
  return headers;
}

async function table(name, fields) {
  await api.post('studio/schemas/', { project: project.id, table_name: name, display_name: name, fields_config: fields });
  const schema = psql(`select table_schema from information_schema.tables
    where table_name = '${name}' and table_schema like 'p\\_%' order by
    (select oid from pg_namespace where nspname = table_schema) desc limit 1`).trim();
  return {
    sql: `${schema}.${name}`,
    rows: new URL(`/api/v1/runtime/projects/${project.id}/tables/${name}/`, options.url).href,
  };
}

function psql(statement) {
  return run('psql', [options.db, '-qAtc', statement]);
}

function run(command, args, into) {
  const out = into ? openSync(into, 'w') : 'pipe';
  const done = spawnSync(command, args, { stdio: ['ignore', out, 'inherit'], encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (into) closeSync(out);
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ').slice(0, 200)}`);
  return done.stdout ?? '';
}

/** Bytes that the server holds; 0 where nobody said which process it is. */
function rss() {
  if (!options.pid) return 0;
  return Number(readFileSync(`/proc/${options.pid}/statm`, 'utf8').split(' ')[1]) * 4096;
}

function tell(what, ours, other, theirs) {
  const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
  const list = (times) => times.map((time) => (time / 1000).toFixed(2)).join(', ');
  console.log(`${what}: ${(median(ours) / 1000).toFixed(2)} s (${list(ours)})`);
  console.log(`  ${other}: ${(median(theirs) / 1000).toFixed(2)} s (${list(theirs)})`);
  console.log(`  ratio of medians ${(median(ours) / median(theirs)).toFixed(2)}, load ${loadavg()[0].toFixed(1)}`);
}
