// How fast a deployment is: a project of 100 tables that is live already, deployed again without changes; a column that
// comes to, goes from and comes back to a table of a million rows while others read and write it; a backup of it and the
// way back. Asks a running server; see README.md.
//   node bench/deploy.mjs [--url http://127.0.0.1:8080] [--rows 1000000]
import { parseArgs } from 'node:util';
import { Api } from '../examples/world-cities/api.mjs';

const TABLES = 100;
const FIELDS = 10;
const TYPES = [{ type: 'string' }, { type: 'integer' }, { type: 'decimal' }, { type: 'boolean' }, { type: 'date' }];

const { url, rows } = parseArgs({
  options: { url: { type: 'string', default: 'http://127.0.0.1:8080' }, rows: { type: 'string', default: '1000000' } },
}).values;

const api = new Api(url, { email: 'admin@example.com', password: 'Admin12345' });
await api.signIn();
const stamp = Date.now();
const organization = await api.post('foundation/organizations/', { name: `Deploy bench ${stamp}`, type: 'COMPANY' });

const row = (what, ms, limit = '') => console.log(`| ${what} | ${(ms / 1000).toFixed(2)} s | ${limit} |`);

async function timed(what, limit, work) {
  const began = performance.now();
  const result = await work();
  row(what, performance.now() - began, limit);
  return result;
}

/** Waits for something that a job does; the time of asking is part of what is measured. */
async function until(path) {
  for (;;) {
    const state = await api.get(path);
    if (state.status === 'succeeded') return state;
    if (state.status !== 'pending' && state.status !== 'running') throw new Error(JSON.stringify(state));
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function deploy(app, request) {
  const { deployment_id: id } = await api.post(`runtime/apps/${app}/deploy/`, request);
  return until(`runtime/deployment-logs/${id}/`);
}

const publish = (project) => api.post(`studio/projects/${project}/publish/`, {});
const appOf = async (project) => (await api.post('runtime/apps/', { project, name: `Bench ${stamp}` })).id;

console.log('| what | took | goal |\n|---|---:|---:|');
const tables = Array.from({ length: TABLES }, (_, t) => ({
  table_name: `t${t}`,
  display_name: `Table ${t}`,
  fields_config: Array.from({ length: FIELDS }, (_, f) => ({ name: `f${f}`, ...TYPES[f % TYPES.length] })),
}));
const wide = (
  await api.post(`studio/projects/import/?organization_id=${organization.id}`, {
    format: 'nocode-project',
    format_version: 1,
    settings: { name: `Wide ${stamp}` },
    tables,
    pages: [],
  })
).project;
await publish(wide.id);
const wideApp = await appOf(wide.id);
await timed(`first deployment of ${TABLES} tables`, '', () => deploy(wideApp, {}));
for (let i = 0; i < 3; i++) {
  await timed(`the same without changes, forced`, '2 s', () => deploy(wideApp, { force_redeploy: true }));
}
await timed('its plan', '', () => api.get(`runtime/apps/${wideApp}/plan/`));
await api.delete(`studio/projects/${wide.id}/?confirm=${wide.slug}`);

const project = await api.post('studio/projects/', { name: `Long ${stamp}`, organization_id: organization.id });
const table = await api.post('studio/schemas/', {
  project: project.id,
  table_name: 'long',
  display_name: 'Long',
  fields_config: [{ name: 'n', type: 'integer' }, { name: 'name', type: 'string' }],
});
await publish(project.id);
const app = await appOf(project.id);
await deploy(app, {});
const path = `runtime/projects/${project.id}/tables/long/`;
for (let made = 0; made < Number(rows); ) {
  const records = [];
  for (let i = 0; i < 10_000 && made < Number(rows); i++) records.push({ n: made++, name: `row ${made}` });
  await api.post(`${path}bulk/?environment=prod`, { operation: 'create', records });
}
const added = await api.post(`studio/schemas/${table.id}/fields/`, {
  name: 'added',
  type: 'integer',
  required: true,
  default: 7,
});
await publish(project.id);
await api.delete(`studio/schemas/${table.id}/fields/${added.id}/?allow_data_loss=true`);
await publish(project.id);

let working = true;
let slowest = 0;
let asked = 0;
let answers = 0;
let failed = 0;
const others = [
  () => api.get(`${path}?environment=prod&page_size=20&count=none`),
  () => api.post(`${path}?environment=prod`, { n: 1, name: 'beside' }),
].map(async (ask) => {
  while (working) {
    const began = performance.now();
    asked++;
    await ask().catch(() => failed++);
    slowest = Math.max(slowest, performance.now() - began);
    answers++;
  }
});
/** What was measured, with the answers that are still to come: those who were kept waiting to the end are among them. */
async function slowestMeanwhile(what = 'slowest answer meanwhile') {
  const begun = asked;
  while (answers < begun) await new Promise((resolve) => setTimeout(resolve, 5));
  row(what, slowest);
  slowest = 0;
}
await new Promise((resolve) => setTimeout(resolve, 3000));
const usual = slowest;
slowest = 0;
await timed(`a column added to a table of ${rows} rows, in use`, '5 s', () => deploy(app, { version: 2 }));
await slowestMeanwhile(`slowest answer to a reader and a writer meanwhile (before: ${Math.round(usual)} ms)`);
// Values of their own: what is as the default says would not have to be written on the way back.
const own = encodeURIComponent(JSON.stringify({ name__startswith: 'row ' }));
await api.patch(`${path}?environment=prod&filters=${own}&confirm=${rows}`, { added: 9 });
await slowestMeanwhile('slowest answer while all rows are changed by a filter');
await timed('the column taken away, its values backed up', '', () => deploy(app, { version: 3, allow_data_loss: true }));
await slowestMeanwhile();
await timed('the way back, its values restored', '', () => deploy(app, { version: 2 }));
await slowestMeanwhile();
const backups = `runtime/projects/${project.id}/backups/`;
const backup = await timed('a backup of the environment', '', async () => {
  const { id } = await api.post(backups, { environment: 'prod' });
  return until(`${backups}${id}/`);
});
await slowestMeanwhile();
await timed(`the environment restored from it (${backup.size_bytes} bytes)`, '', async () => {
  const { id } = await api.post(`${backups}${backup.id}/restore/`, { confirm: true });
  return until(`runtime/projects/${project.id}/environment-jobs/${id}/`);
});
await slowestMeanwhile();
working = false;
await Promise.all(others);
console.log(`| answers, of which failed | ${answers}, ${failed} | 0 |`);
await api.delete(`studio/projects/${project.id}/?confirm=${project.slug}`);
