// Runs each workload on both servers by turns, first until neither gets faster, then for the record.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { load } from './load.mjs';
import * as postgrest from './postgrest.mjs';
import { cpu, rss } from './processes.mjs';
import * as product from './product.mjs';
import { workloads } from './workloads.mjs';

const { values: options } = parseArgs({
  options: {
    server: { type: 'string', default: 'payara-micro' },
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '4' },
    connections: { type: 'string', default: '10' },
    workloads: { type: 'string', default: 'row,list,page,expand,deep,cursor,create,bulk' },
    port: { type: 'string', default: '8097' },
    data: { type: 'string', default: 'target/bench/data' },
    jfr: { type: 'boolean', default: false },
  },
});
const CONNECTIONS = Number(options.connections);
const WARM_UP_SECONDS = 3;
const MOST_WARM_UPS = 60;
/** Warm is who has answered so many requests (a workload may name fewer for a side) and then twice needs as much of the processor as before, but this part. */
const LEAST_REQUESTS = 40_000;
const FLAT = 0.05;
let requests = 0;

async function main() {
  say(`starting ${options.server} …`);
  const server = await product.start(options.server, Number(options.port), options.data);
  let theirs;
  try {
    say('filling the table …');
    const data = await product.fill(server.url);
    const postgres = await postgrest.superuser(server.postgresPort);
    const schema = `${data.project.schema_name}_dev`;
    await postgres.query(`vacuum analyze "${schema}".items`);
    theirs = await postgrest.start(postgres, server.postgresPort, schema, Number(options.port) + 1);
    const sides = { product: server, postgrest: theirs };
    const table = [];
    for (const name of options.workloads.split(',')) {
      table.push(...(await measure(name, sides, data, server.postmaster)));
      await postgres.query(`delete from "${schema}".items where name like 'New %'`);
      await postgres.query(`vacuum analyze "${schema}".items`);
    }
    await postgres.end();
    report(table);
  } finally {
    theirs?.stop();
    await server.stop();
  }
}

/** One workload: the lines of the table. */
async function measure(name, sides, data, postmaster) {
  const workload = workloads(data, await data.member(), sides.postgrest.token)[name];
  say(`\n${workload.title}`);
  const round = (side, seconds) => once(sides[side], workload[side], seconds, postmaster);
  for (const side of Object.keys(sides)) await warmUp(side, round, workload.warm?.[side] ?? LEAST_REQUESTS);
  if (options.jfr) await profile(sides.product.process, name, () => round('product', 20));
  const rounds = { product: [], postgrest: [] };
  const loadBefore = loadavg()[0];
  for (let i = 0; i < Number(options.rounds); i++) {
    for (const side of Object.keys(sides)) {
      const result = await round(side, Number(options.seconds));
      rounds[side].push(result);
      say(`  ${side.padEnd(9)} ${line(result)}`);
    }
  }
  const both = Object.fromEntries(Object.entries(rounds).map(([side, results]) => [side, together(results)]));
  return Object.entries(both).map(([side, sum]) => ({
    workload: workload.title,
    side: side === 'product' ? options.server : 'PostgREST',
    ...sum,
    ratio: side === 'product' ? both.product.rate / both.postgrest.rate : null,
    rss: rss(sides[side].process),
    load: `${loadBefore.toFixed(1)}–${loadavg()[0].toFixed(1)}`,
  }));
}

async function warmUp(side, round, least) {
  let last = Infinity;
  let flat = 0;
  let answered = 0;
  const seen = [];
  while ((flat < 2 || answered < least) && seen.length < MOST_WARM_UPS) {
    const { server, took } = await round(side, WARM_UP_SECONDS);
    answered += took.length;
    flat = server > last * (1 - FLAT) ? flat + 1 : 0;
    last = server;
    seen.push(Math.round(server * 1000));
  }
  say(`  ${side.padEnd(9)} warm after ${answered} requests with CPU µs each: ${seen.join(', ')}`);
}

/** Records where the product's time and memory go: bench/Profile.java reads it. */
async function profile(pid, name, work) {
  const file = path.resolve(`target/bench/${name}.jfr`);
  const jcmd = (...words) => execFileSync('jcmd', [String(pid), ...words]);
  jcmd('JFR.start', 'name=bench', 'settings=profile');
  const { rate } = await work();
  jcmd('JFR.stop', 'name=bench', `filename=${file}`);
  say(`  recorded at ${rate.toFixed(0)} requests/s`);
  say(execFileSync('java', ['bench/Profile.java', file], { encoding: 'utf8' }));
}

async function once({ port, process: pid }, next, seconds, postmaster) {
  const before = [cpu(pid), cpu(postmaster)];
  const result = await load({ port, connections: CONNECTIONS, seconds, next: () => next(requests++) });
  const answered = result.took.length;
  return {
    ...result,
    rate: answered / result.seconds,
    server: (cpu(pid) - before[0]) / answered,
    database: (cpu(postmaster) - before[1]) / answered,
    generator: result.generator / answered,
  };
}

/** Several rounds as one. */
function together(results) {
  const took = Float64Array.from(results.flatMap((result) => result.took)).sort();
  const mean = (what) =>
    results.reduce((sum, result) => sum + result[what] * result.took.length, 0) / took.length;
  const at = (part) => took[Math.min(took.length - 1, Math.floor(took.length * part))];
  return {
    rate: took.length / results.reduce((sum, result) => sum + result.seconds, 0),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    errors: results.reduce((sum, { failures }) => sum + [...failures.values()].reduce((a, b) => a + b, 0), 0),
    server: mean('server'),
    database: mean('database'),
    generator: mean('generator'),
  };
}

function line({ rate, server, database, generator, failures }) {
  return (
    `${rate.toFixed(0).padStart(6)}/s  CPU ms a request: server ${server.toFixed(3)}, PostgreSQL ${database.toFixed(3)},` +
    ` generator ${generator.toFixed(3)}${failures.size > 0 ? `  ${JSON.stringify([...failures])}` : ''}`
  );
}

function report(table) {
  const processor = cpus();
  say(`\n${processor.length} × ${processor[0].model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, ${CONNECTIONS} connections,` +
    ` ${options.rounds} rounds of ${options.seconds} s by turns, ${new Date().toISOString().slice(0, 10)}\n`);
  say('| workload | server | requests/s | of PostgREST | p50 ms | p95 | p99 | errors | CPU ms a request | PostgreSQL | generator | RSS MiB | load |');
  say('|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|');
  for (const one of table) {
    const cells = [
      one.workload, one.side, one.rate.toFixed(0), one.ratio === null ? '' : `${(one.ratio * 100).toFixed(0)} %`,
      one.p50.toFixed(1), one.p95.toFixed(1), one.p99.toFixed(1), one.errors, one.server.toFixed(3),
      one.database.toFixed(3), one.generator.toFixed(3), (one.rss / 2 ** 20).toFixed(0), one.load,
    ];
    say(`| ${cells.join(' | ')} |`);
  }
}

function say(text) {
  console.log(text);
}

await main();
