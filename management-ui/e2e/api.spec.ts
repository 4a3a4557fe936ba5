import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from './harness/test';

test('the types of the client are those that the broker serves', ({ broker }) => {
  const script = resolve(import.meta.dirname, '../scripts/generate-api.mjs');
  expect(() =>
    execFileSync('node', [script, '--check'], { env: { ...process.env, BROKER_URL: broker.url }, stdio: 'pipe' }),
  ).not.toThrow();
});
