// Unpacks the npm package @sparticuz/chromium into a folder: node unpack.mjs <package> <folder>
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

const [source, target] = process.argv.slice(2);
const unpacked = (name) => brotliDecompressSync(readFileSync(join(source, 'bin', name)));

mkdirSync(target, { recursive: true });
// The libraries that Chromium needs beside those of every Linux: NSS, NSPR and a few small ones.
const tar = spawnSync('tar', ['-x', '-C', target], {
  input: unpacked('al2023.tar.br'),
  stdio: ['pipe', 'inherit', 'inherit'],
});
if (tar.status !== 0) throw new Error(`tar ended with ${tar.status ?? tar.error}`);

// The program itself last and at once: where it stands, everything does.
const part = join(target, 'chromium.part');
writeFileSync(part, unpacked('chromium.br'));
chmodSync(part, 0o755);
renameSync(part, join(target, 'chromium'));
