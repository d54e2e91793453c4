// How fast studio is: a project of 100 tables with 50 fields each, and a field added to a table of a million rows while
// others read and write it. Asks a running server; see README.md.
//   node bench/studio.mjs [--url http://127.0.0.1:8080] [--rows 1000000]
import { parseArgs } from 'node:util';
import { Api } from '../examples/world-cities/api.mjs';

const TABLES = 100;
const FIELDS = 50;
const TYPES = [
  { type: 'string' },
  { type: 'integer' },
  { type: 'decimal', precision: 12, scale: 2 },
  { type: 'boolean' },
  { type: 'date' },
  { type: 'datetime' },
  { type: 'text' },
  { type: 'email' },
  { type: 'choice', choices: ['low', 'high'] },
  { type: 'json' },
];

const { url, rows } = parseArgs({
  options: { url: { type: 'string', default: 'http://127.0.0.1:8080' }, rows: { type: 'string', default: '1000000' } },
}).values;

const api = new Api(url, { email: 'admin@example.com', password: 'Admin12345' });
await api.signIn();
const stamp = Date.now();
const organization = await api.post('foundation/organizations/', { name: `Studio bench ${stamp}`, type: 'COMPANY' });

function document(name) {
  const tables = [];
  for (let t = 0; t < TABLES; t++) {
    const fields = [];
    for (let f = 0; f < FIELDS - 1; f++) fields.push({ name: `f${f}`, ...TYPES[f % TYPES.length] });
    if (t > 0) fields.push({ name: 'previous', type: 'relation', target: `t${t - 1}` });
    else fields.push({ name: 'first', type: 'boolean' });
    tables.push({ table_name: `t${t}`, display_name: `Table ${t}`, fields_config: fields });
  }
  return { format: 'nocode-project', format_version: 1, settings: { name }, tables, pages: [] };
}

async function took(what, limit, work) {
  const began = performance.now();
  const result = await work();
  const ms = Math.round(performance.now() - began);
  console.log(`| ${what} | ${ms} ms | ${limit} ms |`);
  return result;
}

async function median(what, limit, times, work) {
  const all = [];
  for (let i = 0; i < times; i++) {
    const began = performance.now();
    await work(i);
    all.push(performance.now() - began);
  }
  all.sort((a, b) => a - b);
  console.log(`| ${what}, median of ${times} (slowest ${Math.round(all.at(-1))} ms) | ${Math.round(all[times >> 1])} ms | ${limit} ms |`);
}

console.log('| what | took | goal |\n|---|---:|---:|');
// Once to warm up: what counts is a server that has been at work.
for (const round of ['cold', 'warm']) {
  const made = await took(`import of ${TABLES} tables of ${FIELDS} fields, ${round}`, 5000, () =>
    api.post(`studio/projects/import/?organization_id=${organization.id}`, document(`Wide ${round} ${stamp}`)),
  );
  const id = made.project.id;
  await took(`publish, ${round}`, 2000, () => api.post(`studio/projects/${id}/publish/`, {}));
  await median(`state, ${round}`, 200, 11, () => api.get(`studio/editor/state/?project_id=${id}`));
  await api.delete(`studio/projects/${id}/`);
}

const project = await api.post('studio/projects/', { name: `Long ${stamp}`, organization_id: organization.id });
const table = await api.post('studio/schemas/', {
  project: project.id,
  table_name: 'long',
  display_name: 'Long',
  fields_config: [{ name: 'n', type: 'integer' }, { name: 'name', type: 'string' }],
});
const path = `runtime/projects/${project.id}/tables/long/`;
let made = 0;
while (made < Number(rows)) {
  const records = [];
  for (let i = 0; i < 10_000 && made < Number(rows); i++) records.push({ n: made++, name: `row ${made}` });
  await api.post(`${path}bulk/`, { operation: 'create', records });
}

// Readers and writers at work all the while; the slowest of their answers tells whether anybody was blocked.
let working = true;
let slowest = 0;
let answers = 0;
const others = [
  () => api.get(`${path}?page_size=20&count=none`),
  () => api.post(path, { n: 1, name: 'beside' }),
].map(async (ask) => {
  while (working) {
    const began = performance.now();
    await ask();
    slowest = Math.max(slowest, performance.now() - began);
    answers++;
  }
});
await new Promise((resolve) => setTimeout(resolve, 3000));
const usual = slowest;
slowest = 0;
const fields = [{ type: 'integer', required: true, default: 7 }, { type: 'email' }, { type: 'string' }, { type: 'choice', choices: ['a'] }, { type: 'decimal' }];
await median(`a field added to a table of ${rows} rows, in use`, 100, 10, (i) =>
  api.post(`studio/schemas/${table.id}/fields/`, { name: `added${i}`, ...fields[i % fields.length] }),
);
working = false;
await Promise.all(others);
console.log(`| slowest answer to others meanwhile (usual ${Math.round(usual)} ms, ${answers} answers) | ${Math.round(slowest)} ms | |`);
await api.delete(`studio/projects/${project.id}/?confirm=${project.slug}`);
