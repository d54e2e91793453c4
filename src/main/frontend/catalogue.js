// Writes the catalogue of component types that the server reads into a folder: node catalogue.js FOLDER.
// Runs without any package, so that a build without the front end has it too.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from './src/registry/catalogue.js';
import { definitions } from './src/registry/index.js';

const folder = process.argv[2];
const byLanguage = ['en', 'fr'].map((language) => ({ language, ...catalogue(definitions, language) }));
const version = createHash('sha256').update(JSON.stringify(byLanguage)).digest('hex').slice(0, 16);
mkdirSync(folder, { recursive: true });
byLanguage.forEach(({ language, ...content }) =>
  writeFileSync(join(folder, `component-types_${language}.json`), JSON.stringify({ version, ...content })),
);
