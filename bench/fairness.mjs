// Whether one organisation's heavy queries hold up another's light ones: the light ones are timed alone, and then while
// ten connections of the other organisation ask for figures of a large table without pause.
//   node bench/fairness.mjs --url http://127.0.0.1:8080 [--rows 1000000] [--rounds 4] [--seconds 5] [--pause 0]
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { Api } from '../examples/world-cities/api.mjs';
import { load, request } from './load.mjs';
import { item, unbounded } from './product.mjs';

const { values: options } = parseArgs({
  options: {
    url: { type: 'string' },
    rows: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '4' },
    seconds: { type: 'string', default: '5' },
    pause: { type: 'string', default: '0' },
  },
});
const ROWS = Number(options.rows);
const SECONDS = Number(options.seconds);
const port = Number(new URL(options.url).port);

const api = new Api(options.url, { email: 'admin@example.com', password: 'Admin12345' });
await api.signIn();
const heavy = await table('Heavy', ROWS);
const light = await table('Light', 10_000);
const { access } = await api.post('foundation/auth/login/', { email: 'admin@example.com', password: 'Admin12345' });
const headers = { Authorization: `Bearer ${access}`, Accept: 'application/json' };
let asked = 0;
const one = () => request('GET', `${light.rows}${light.ids[(asked++ * 7919) % light.ids.length]}/`, headers);
const list = () => request('GET', `${light.rows}?category=c${asked++ % 1000}&sort_by=-price`, headers);
const figures = () => {
  const query = new URLSearchParams({
    group_by: 'category,active',
    measures: 'count,avg:price,count_distinct:description',
    description__icontains: String(asked++ % 10),
  });
  return request('GET', `${heavy.rows}aggregate/?${query}`, headers);
};

await lightly(one, 20, 0);
await lightly(list, 20, 0);
for (const [title, next] of [['one row by its id', one], ['filtered and sorted list of 20', list]]) {
  const alone = [];
  const beside = [];
  for (let round = 0; round < Number(options.rounds); round++) {
    alone.push(await lightly(next, SECONDS));
    const burden = load({ port, connections: 10, seconds: SECONDS + 1, next: figures });
    beside.push(await lightly(next, SECONDS));
    const { took, failures } = await burden;
    console.log(`  heavy: ${took.length} answered, ${JSON.stringify([...failures])}; load ${loadavg()[0].toFixed(1)}`);
  }
  for (const [name, part] of [['p50', 0.5], ['p95', 0.95], ['p99', 0.99]]) {
    const [before, after] = [alone, beside].map((all) => at(all.flat(), part));
    console.log(`${title}: ${name} ${before.toFixed(2)} ms alone, ${after.toFixed(2)} ms beside: ${(after / before).toFixed(1)} times`);
  }
}

/** The milliseconds that each of the light requests took, two at a time. */
async function lightly(next, seconds, pause = Number(options.pause)) {
  const { took, failures } = await load({ port, connections: 2, seconds, next, pause });
  if (failures.size > 0) throw new Error(JSON.stringify([...failures]));
  return took;
}

/** A table with so many rows, in an organisation of its own. */
async function table(name, rows) {
  const organization = await api.post('foundation/organizations/', { name: `${name} ${Date.now()}`, type: 'COMPANY' });
  await unbounded(api, organization.id);
  const project = await api.post('studio/projects/', { name, organization_id: organization.id });
  await api.post('studio/schemas/', {
    project: project.id,
    table_name: 'items',
    display_name: 'Items',
    fields_config: [
      { name: 'name', type: 'string', required: true },
      { name: 'category', type: 'string', indexed: true },
      { name: 'price', type: 'decimal', precision: 12, scale: 2 },
      { name: 'quantity', type: 'integer' },
      { name: 'active', type: 'boolean' },
      { name: 'description', type: 'text' },
    ],
  });
  const path = `runtime/projects/${project.id}/tables/items/`;
  const ids = [];
  for (let first = 0; first < rows; first += 10_000) {
    const records = Array.from({ length: 10_000 }, (_, index) => item(first + index));
    const { results } = await api.post(`${path}bulk/`, { operation: 'create', records });
    ids.push(...results.map((result) => result.id));
  }
  return { rows: `/api/v1/${path}`, ids };
}

function at(took, part) {
  const sorted = Float64Array.from(took).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}
