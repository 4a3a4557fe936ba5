import type { Page } from '@playwright/test';
import type { Broker } from '../harness/broker';
import { expectOnConsole, test } from '../harness/test';

/** The pages of administration; some in a state that one comes to only by doing something. */
const pages: readonly [name: string, path: string, prepare?: (page: Page) => Promise<unknown>][] = [
  ['users', '/admin/users'],
  ['users-add', '/admin/users?dialog=add'],
  ['user', '/admin/users/alice?in=shop&name=alice.inbox'],
  ['user-permission', '/admin/users/alice?dialog=permission:shop'],
  ['vhosts', '/admin/vhosts'],
  ['vhost', '/admin/vhosts/shop'],
  ['vhost-edit', '/admin/vhosts/shop?dialog=edit'],
  ['policies', '/admin/policies'],
  ['policies-operator', '/admin/policies?kind=operator'],
  ['policy', '/admin/policies/user/%2F/order-limits'],
  ['limits', '/admin/limits'],
  ['definitions', '/admin/definitions'],
  ['definitions-preview', '/admin/definitions', (page) => giveFile(page, changes)],
  ['definitions-mistake', '/admin/definitions', (page) => giveFile(page, mistake)],
  ['features', '/admin/features'],
  ['audit', '/admin/audit'],
  ['cluster', '/admin/cluster'],
];

const changes = JSON.stringify({
  users: [
    { name: 'carol', password_hash: '', hashing_algorithm: 'rabbit_password_hashing_sha256', tags: ['management'] },
  ],
  vhosts: [{ name: 'shop', metadata: { description: 'The new shop' } }],
  queues: [{ name: 'imported', vhost: '/', durable: true, auto_delete: false, arguments: { 'x-max-length': 10 } }],
  policies: [
    {
      vhost: '/',
      name: 'order-limits',
      pattern: '^orders',
      'apply-to': 'queues',
      definition: { 'max-length': 7, overflow: 'reject-publish' },
      priority: 1,
    },
  ],
});
const mistake = '{\n  "queues": [\n    {"name": 7, "vhost": "/"}\n  ]\n}\n';

async function giveFile(page: Page, text: string) {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'definitions.json', mimeType: 'application/json', buffer: Buffer.from(text) });
}

async function prepare(broker: Broker) {
  await broker.api('PUT', '/users/alice', { password: 'alice', tags: 'management,policymaker' });
  await broker.api('PUT', '/permissions/shop/alice', {
    configure: '^alice\\.',
    write: '^(alice\\.|events$)',
    read: '.*',
  });
  await broker.api('PUT', '/topic-permissions/shop/alice', {
    exchange: 'amq.topic',
    write: '^{username}\\.',
    read: '.*',
  });
  await broker.api('PUT', '/user-limits/alice/max-connections', { value: 20 });
  await broker.api('PUT', '/vhost-limits/shop/max-queues', { value: 1000 });
  await broker.api('PUT', '/policies/%2F/dead-letters', {
    pattern: '^(invoices|orders\\.audit)$',
    definition: { 'dead-letter-exchange': 'dead', 'delivery-limit': 5 },
    'apply-to': 'quorum_queues',
    priority: 9,
  });
  await broker.api('PUT', '/operator-policies/%2F/bounds', {
    pattern: '.*',
    definition: { 'max-length-bytes': 1_073_741_824 },
    'apply-to': 'queues',
    priority: 0,
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    test(`administration ${colorScheme} ${width}`, async ({ page, broker }) => {
      test.setTimeout(180_000);
      expectOnConsole(page, /400/);
      await prepare(broker);
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: width > 1000 ? 900 : 844 });
      for (const [name, path, act] of pages) {
        await page.goto(path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await act?.(page);
        // Two samples make a line.
        await page.waitForTimeout(name === 'vhost' ? 2500 : 700);
        await page.screenshot({ path: `screenshots/${name}-${colorScheme}-${width}.png`, fullPage: true });
      }
    });
  }
}
