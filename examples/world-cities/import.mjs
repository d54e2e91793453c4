#!/usr/bin/env node
// Brings the world's countries and cities into two related tables through the API alone, and compares what it finds
// there with the files. Safe to run again: rows that are there already are updated. See README.md.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Api } from './api.mjs';
import { differences, questions } from './check.mjs';
import { parseCsv } from './csv.mjs';
import { CITIES, COUNTRIES, cityRow, countriesByName, countryRow } from './tables.mjs';

const BATCH = 5_000;
const here = path.dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:8080' },
    email: { type: 'string', default: 'admin@example.com' },
    password: { type: 'string', default: 'Admin12345' },
    data: { type: 'string', default: path.join(here, 'data') },
    organization: { type: 'string', default: 'World' },
    project: { type: 'string', default: 'World cities' },
  },
});
const start = performance.now();
const api = new Api(options.url, { email: options.email, password: options.password });

async function main() {
  const countryLines = parseCsv(await readFile(path.join(options.data, 'country-codes.csv'), 'utf8'));
  const cityLines = parseCsv(await readFile(path.join(options.data, 'world-cities.csv'), 'utf8'));
  await api.signIn();
  const organization = await made('organization', 'foundation/organizations/', { search: options.organization }, 'name', {
    name: options.organization,
    type: 'COMPANY',
  });
  const project = await made('project', 'studio/projects/', { organization_id: organization.id }, 'name', {
    name: options.project,
    organization_id: organization.id,
  });
  for (const table of [COUNTRIES, CITIES]) {
    await made('table', 'studio/schemas/', { project: project.id }, 'table_name', { project: project.id, ...table });
  }
  const rowsOf = (table) => `runtime/projects/${project.id}/tables/${table.table_name}/`;

  const countries = countryLines.map(countryRow);
  const ids = await upsert(rowsOf(COUNTRIES), countries, 'alpha_3');
  countries.forEach((country, index) => (country.id = ids[index]));
  const codes = countriesByName(countries);
  const idOf = new Map(countries.map((country) => [country.alpha_3, country.id]));
  const cities = cityLines.map((line) => cityRow(line, idOf.get(codes.get(line.country))));
  await upsert(rowsOf(CITIES), cities, 'geonameid');
  const strays = cities.filter((city) => city.country === null);
  say(`${strays.length} cities have only the name of a country: ${[...new Set(strays.map((c) => c.country_name))].join('; ')}`);

  const wrong = [
    ...(await differences(api, rowsOf(COUNTRIES), countries, 'alpha_3')),
    ...(await differences(api, rowsOf(CITIES), cities, 'geonameid')),
  ];
  say(`compared every cell of ${countries.length + cities.length} rows with the files: ${wrong.length} differ`);
  wrong.push(...(await questions(api, rowsOf(COUNTRIES), rowsOf(CITIES), countries, cities)));
  if (wrong.length > 0) {
    console.error(['', `${wrong.length} things are not as they should be:`, ...wrong.slice(0, 20)].join('\n  '));
    process.exitCode = 1;
  } else {
    say(`done: project ${project.id}`);
  }
}

/** The one of this name, made where there is none. */
async function made(kind, path, query, property, body) {
  const there = await api.named(path, query, property, body[property]);
  say(`${kind} ${body[property]}: ${there ? 'is there' : 'made'}`);
  return there ?? api.post(path, body);
}

/** Creates or updates rows, and gives their ids in the same order. */
async function upsert(rows, records, unique) {
  const results = [];
  const begin = performance.now();
  for (let first = 0; first < records.length; first += BATCH) {
    const answer = await api.post(`${rows}bulk/`, {
      operation: 'upsert',
      records: records.slice(first, first + BATCH),
      on_conflict: unique,
    });
    results.push(...answer.results);
    const rate = Math.round(results.length / ((performance.now() - begin) / 1000));
    say(`${results.length} of ${records.length} rows (${rate} rows/s)`);
  }
  return results.map((result) => result.id);
}

function say(line) {
  console.log(`${((performance.now() - start) / 1000).toFixed(1).padStart(6)} s  ${line}`);
}

main().catch((failed) => {
  console.error(`\n${failed.message}`);
  process.exitCode = 1;
});
