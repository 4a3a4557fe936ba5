// Writes src/api/schema.d.ts from the document that a running broker serves: BROKER_URL, or the usual port of this machine.
// `node scripts/generate-api.mjs --check` fails instead when the file is not what it would write.
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const broker = process.env.BROKER_URL ?? 'http://127.0.0.1:15672';
const file = new URL('../src/api/schema.d.ts', import.meta.url);
const head =
  '// Made by `npm run api:generate` from the document that the broker serves at /api/openapi.json: do not edit.\n\n';

const response = await fetch(`${broker}/api/openapi.json`);
if (!response.ok) {
  throw new Error(`${broker} answered ${response.status}`);
}
const types = head + astToString(await openapiTS(await response.json(), { alphabetize: true }));

if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== types) {
    console.error('src/api/schema.d.ts is not what the broker serves: npm run api:generate');
    process.exit(1);
  }
} else {
  writeFileSync(file, types);
}
