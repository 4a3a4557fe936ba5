// Fails when the first load has grown: all that index.html and the first page need, compressed with gzip.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const limit = 300 * 1024;
const entries = ['index.html', 'src/pages/overview/OverviewPage.tsx'];

const dist = new URL('../dist', import.meta.url).pathname;
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
const chunks = new Set();

function add(key) {
  const chunk = manifest[key];
  if (chunk === undefined) {
    throw new Error(`${key} is not in the manifest`);
  }
  if (!chunks.has(chunk.file)) {
    chunks.add(chunk.file);
    for (const needed of chunk.imports ?? []) {
      add(needed);
    }
  }
}

for (const entry of entries) {
  add(entry);
}

// Files that are too small to be compressed are counted as they are.
function sizeOf(file) {
  return (statSync(join(dist, `${file}.gz`), { throwIfNoEntry: false }) ?? statSync(join(dist, file))).size;
}

const size = [...chunks].reduce((sum, file) => sum + sizeOf(file), 0);
const shown = `${(size / 1024).toFixed(0)} KiB of compressed JavaScript in ${chunks.size} files`;
if (size > limit) {
  console.error(`The first load is ${shown}; no more than ${limit / 1024} KiB are allowed.`);
  process.exit(1);
}
console.log(`First load: ${shown}.`);
