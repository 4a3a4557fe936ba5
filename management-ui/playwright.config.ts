import { resolve } from 'node:path';
import { type PlaywrightTestConfig as Config, defineConfig } from '@playwright/test';

const tests = resolve(import.meta.dirname, 'e2e');

const browser = {
  browserName: 'chromium',
  headless: true,
  launchOptions: {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    // Each browser that Playwright starts has a fresh --user-data-dir by itself.
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  },
} satisfies Config['use'];

export default defineConfig({
  testDir: tests,
  outputDir: 'test-results',
  // One keeps two cores busy.
  workers: 1,
  forbidOnly: process.env.CI !== undefined,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    ...browser,
    viewport: { width: 1440, height: 900 },
    // Not filmed: without a GPU that costs more than it shows.
    trace: { mode: 'retain-on-failure', screenshots: false },
  },
  projects: [
    {
      name: 'pages',
      testIgnore: ['screenshots', 'soak'].map((folder) => `${tests}/${folder}/**`),
      // What is half faded in is neither readable nor there yet: nothing moves but where a test asks for it.
      use: { contextOptions: { reducedMotion: 'reduce' } },
    },
    { name: 'screenshots', testDir: `${tests}/screenshots` },
    // A trace would keep what the pages let go.
    { name: 'soak', testDir: `${tests}/soak`, use: { trace: 'off' } },
  ],
});
