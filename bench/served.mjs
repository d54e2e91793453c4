// How fast a deployed application's pages are answered: whole, packed, and to who has them already. Asks a running
// server; see README.md.
//   node bench/served.mjs [--url http://127.0.0.1:8080] [--pid <the server's process>] [--seconds 5] [--rounds 4]
import { cpus, loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Api } from '../examples/world-cities/api.mjs';
import { load, request } from './load.mjs';
import { cpu } from './processes.mjs';

const { values: options } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:8080' },
    pid: { type: 'string' },
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '4' },
    connections: { type: 'string', default: '10' },
  },
});
const port = Number(new URL(options.url).port);
const pid = options.pid ? Number(options.pid) : null;

const api = new Api(options.url, { email: 'admin@example.com', password: 'Admin12345' });
await api.signIn();
const organization = await api.post('foundation/organizations/', { name: `Bench ${Date.now()}`, type: 'COMPANY' });
const project = await api.post('studio/projects/', { name: 'Served', organization_id: organization.id });
const components = Array.from({ length: 40 }, (_, i) => ({ type: 'text', text: `Paragraph ${i} of a page`, level: i }));
const page = await api.post('studio/pages/', {
  project: project.id,
  name: 'Start',
  route: '/',
  is_home: true,
  access: 'public',
  config: { components },
});
await api.post(`studio/projects/${project.id}/publish/`, {});
const app = await api.post('runtime/apps/', { project: project.id, name: 'Bench', slug: `bench-${Date.now()}` });
const { deployment_id: deployment } = await api.post(`runtime/apps/${app.id}/deploy/`, {});
for (let state = 'pending'; state !== 'succeeded'; await sleep(200)) {
  state = (await api.get(`runtime/deployment-logs/${deployment}/`)).status;
  if (state === 'failed') throw new Error('The deployment failed.');
}

const path = `/apps/${app.slug}/pages/${page.id}.json`;
const tag = async (headers) => (await fetch(`${options.url}${path}`, { headers })).headers.get('ETag');
const packed = { 'Accept-Encoding': 'gzip' };
const bytes = (await (await fetch(`${options.url}${path}`)).arrayBuffer()).byteLength;
const workloads = {
  [`a page's bundle, ${bytes} bytes`]: { 'Accept-Encoding': 'identity' },
  'the same, packed': packed,
  'the same, 304': { ...packed, 'If-None-Match': await tag(packed) },
};

console.log(`${cpus().length} processors, ${cpus()[0].model}, ${options.connections} connections`);
for (const [title, headers] of Object.entries(workloads)) {
  const bytesToSend = request('GET', path, headers);
  const once = (seconds) => load({ port, connections: Number(options.connections), seconds, next: () => bytesToSend });
  for (let warm = 0; warm < 40_000; ) warm += (await once(2)).took.length;
  for (let round = 1; round <= Number(options.rounds); round++) {
    const before = pid ? cpu(pid) : 0;
    const loadBefore = loadavg()[0];
    const { seconds, took, failures, generator } = await once(Number(options.seconds));
    const used = pid ? cpu(pid) - before : null;
    took.sort((a, b) => a - b);
    console.log(
      [
        title.padEnd(32),
        `${(took.length / seconds).toFixed(0)} requests/s`,
        `p50 ${took[took.length >> 1].toFixed(2)} ms`,
        `p99 ${took[Math.floor(took.length * 0.99)].toFixed(2)} ms`,
        used === null
          ? ''
          : `server ${((used * 1000) / took.length).toFixed(0)} µs CPU each: ${((took.length * 1000) / used).toFixed(0)}/s a core`,
        `generator ${((generator * 1000) / took.length).toFixed(0)} µs`,
        `load ${loadBefore.toFixed(1)}`,
        failures.size ? JSON.stringify([...failures]) : '',
      ].join('  '),
    );
  }
}
