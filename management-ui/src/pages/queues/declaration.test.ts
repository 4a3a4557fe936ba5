import { expect, test } from 'vitest';
import { toDeclaration } from './declaration';

const rows = [{ id: 1, name: 'x-max-length', type: 'number' as const, text: '10' }];

test('a classic queue is declared as it was asked for', () =>
  expect(toDeclaration({ type: 'classic', isDurable: false, isAutoDelete: true, rows })).toEqual({
    durable: false,
    auto_delete: true,
    arguments: { 'x-queue-type': 'classic', 'x-max-length': 10 },
  }));

test('a quorum queue is durable and stays, whatever was chosen before', () =>
  expect(toDeclaration({ type: 'quorum', isDurable: false, isAutoDelete: true, rows: [] })).toEqual({
    durable: true,
    auto_delete: false,
    arguments: { 'x-queue-type': 'quorum' },
  }));
