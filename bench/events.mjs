// How fast changes of rows reach those who follow them: so many changes a second, by bulk and one by one, to so many
// listeners, each of whom must hear of every change once. Asks a running server; see README.md.
//   node bench/events.mjs [--url http://127.0.0.1:8080] [--listeners 100] [--rate 10000] [--seconds 10] [--bulk 500]
import net from 'node:net';
import os from 'node:os';
import { parseArgs } from 'node:util';
import { Api } from '../examples/world-cities/api.mjs';
import { cpu } from './processes.mjs';

const options = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:8080' },
    listeners: { type: 'string', default: '100' },
    rate: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '10' },
    bulk: { type: 'string', default: '500' },
    pid: { type: 'string' },
    postmaster: { type: 'string' },
  },
}).values;
const [listeners, rate, seconds, bulk] = ['listeners', 'rate', 'seconds', 'bulk'].map((name) => Number(options[name]));

const account = { email: 'admin@example.com', password: 'Admin12345' };
const api = new Api(options.url, account);
await api.signIn();
const token = (await api.post('foundation/auth/login/', account)).access;
const stamp = Date.now();
const organization = await api.post('foundation/organizations/', { name: `Events bench ${stamp}`, type: 'COMPANY' });
const project = await api.post('studio/projects/', { name: `Events ${stamp}`, organization_id: organization.id });
await api.post('studio/schemas/', {
  project: project.id,
  table_name: 'things',
  display_name: 'Things',
  fields_config: [
    { name: 'title', type: 'string' },
    { name: 'n', type: 'integer' },
    { name: 'price', type: 'decimal', precision: 12, scale: 2 },
    { name: 'active', type: 'boolean' },
  ],
});
const rows = `runtime/projects/${project.id}/tables/things/`;
const MARK = Buffer.from('\nevent: change\n');
const DATA = 'data: {"action":"created","change":'.length;
const N = Buffer.from('"n":');

/** The number that stands there in digits. */
function digits(bytes, at) {
  let number = 0;
  for (let i = at; bytes[i] >= 48 && bytes[i] <= 57; i++) number = number * 10 + bytes[i] - 48;
  return number;
}

/**
 * Somebody who counts what they hear and adds up the numbers of the changes, and knows when the last of it came; a
 * thorough one adds up what the rows hold, too. It shares the machine with the server, so it does as little as it can:
 * bytes of a connection without chunks (HTTP/1.0), read into the same memory again and again.
 */
class Listener {
  count = 0;
  sum = 0;
  squares = 0;
  held = 0;
  last = 0;

  constructor(thorough) {
    this.thorough = thorough;
  }

  /** Comes back after a while where the server has not noticed yet that those of another run have gone. */
  async open() {
    for (;;) {
      const answer = await this.ask();
      if (answer.includes(' 200 ')) return this;
      if (!answer.includes(' 429 ')) throw new Error(answer);
      await new Promise((go) => setTimeout(go, 2_000));
    }
  }

  ask() {
    return new Promise((resolve, reject) => {
      const { hostname, port } = new URL(options.url);
      const memory = Buffer.alloc(4096 + 256 * 1024);
      let kept = 0;
      let answer = '';
      let ready = false;
      const hear = (size) => {
        const bytes = memory.subarray(0, kept + size);
        if (!ready) {
          answer += bytes.toString('latin1', kept);
          ready = answer.includes('event: ready') || !answer.includes(' 200 ');
          if (ready) resolve(answer);
        }
        // Behind the last event that is whole.
        const whole = bytes.lastIndexOf('\n\n') + 1;
        for (let at = bytes.indexOf(MARK); at >= 0 && at < whole; at = bytes.indexOf(MARK, at + MARK.length)) {
          const data = at + MARK.length;
          const change = digits(bytes, data + DATA);
          this.count++;
          this.sum += change;
          this.squares = (this.squares + Math.imul(change, change)) | 0;
          if (this.thorough) this.held += digits(bytes, bytes.indexOf(N, data) + N.length);
        }
        this.last = performance.now();
        kept = bytes.copy(memory, 0, whole);
      };
      const read = Buffer.alloc(256 * 1024);
      const socket = net.connect({
        host: hostname,
        port: Number(port || 80),
        onread: {
          buffer: read,
          callback: (size, buffer) => {
            buffer.copy(memory, kept, 0, size);
            hear(size);
            return true;
          },
        },
      });
      socket.on('error', reject);
      socket.on('connect', () =>
        socket.write(
          `GET /api/v1/${rows}events/ HTTP/1.0\r\nHost: ${hostname}\r\nAuthorization: Bearer ${token}\r\n` +
            'Accept: text/event-stream\r\n\r\n',
        ),
      );
    });
  }

  /** What it has heard, to be compared: each change once, and the same ones as somebody else. */
  heard() {
    return [this.count, this.sum, this.squares];
  }
}

function record(n) {
  return { title: `Thing ${n}`, n, price: 12.5, active: n % 2 === 0 };
}

async function run(name, everyone, changes, perRequest) {
  const before = everyone.map((listener) => listener.count);
  const [first] = everyone;
  const heldBefore = first?.held;
  const began = performance.now();
  const load = os.loadavg()[0];
  const client = process.cpuUsage();
  const others = [options.pid, options.postmaster].map((pid) => (pid ? cpu(Number(pid)) : null));
  let sent = 0;
  let slowest = 0;
  const writers = Array.from({ length: 4 }, async () => {
    while (sent < changes) {
      const due = began + (sent / rate) * 1000;
      const from = sent;
      sent += perRequest;
      const wait = due - performance.now();
      if (wait > 0) await new Promise((go) => setTimeout(go, wait));
      const asked = performance.now();
      if (perRequest === 1) await api.post(rows, record(from));
      else {
        const records = Array.from({ length: perRequest }, (_, i) => record(from + i));
        await api.post(`${rows}bulk/`, { operation: 'create', records });
      }
      slowest = Math.max(slowest, performance.now() - asked);
    }
  });
  await Promise.all(writers);
  const written = performance.now();
  const deadline = written + 120_000;
  const all = (listener, i) => listener.count - before[i] >= sent;
  while (!everyone.every(all) && performance.now() < deadline) await new Promise((go) => setTimeout(go, 20));
  const heard = Math.max(written, ...everyone.map((listener) => listener.last));
  const same = (listener) => listener.heard().every((number, i) => number === first.heard()[i]);
  const wrong = everyone.filter((listener, i) => listener.count - before[i] !== sent || !same(listener)).length;
  // The rows are numbered from 0, and the first listener has looked at each.
  if (first && first.held - heldBefore !== (sent * (sent - 1)) / 2) throw new Error('Other rows were heard of than written.');
  const used = process.cpuUsage(client);
  const events = sent * Math.max(1, everyone.length);
  const each = (milliseconds) => (milliseconds === null ? '' : `${((milliseconds * 1000) / events).toFixed(2)} µs`);
  const [server, database] = [options.pid, options.postmaster].map((pid, i) =>
    each(pid ? cpu(Number(pid)) - others[i] : null),
  );
  const perSecond = Math.round((sent / (written - began)) * 1000);
  console.log(
    `| ${name} | ${everyone.length} | ${perSecond} | ${Math.round(((sent * everyone.length) / (heard - began)) * 1000)} |` +
      ` ${Math.round(heard - written)} ms | ${Math.round(slowest)} ms | ${wrong} |` +
      ` ${server} | ${database} | ${each((used.user + used.system) / 1000)} | ${load.toFixed(1)} |`,
  );
}

console.log('| what | listeners | written a second | events delivered a second | last heard after last written | slowest write | listeners who missed or heard twice | processor of the server, each event | of PostgreSQL | of this client | load before |');
console.log('|---|---|---|---|---|---|---|---|---|---|---|');
await run('bulk, nobody follows yet', [], rate * seconds, bulk);
const everyone = [];
for (let i = 0; i < listeners; i++) everyone.push(await new Listener(i === 0).open());
await run('bulk', everyone, rate * seconds, bulk);
await run('one by one', everyone, 2_000, 1);
process.exit(0);
