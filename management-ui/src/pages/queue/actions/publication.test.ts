import { describe, expect, test } from 'vitest';
import { draftOf, emptyDraft, mistakeIn, toPublication } from './publication';

describe('a message to be published', () => {
  test('has only the properties that were given, each of its type', () => {
    const draft = emptyDraft('', 'orders');
    expect(toPublication(draft).properties).toEqual({ delivery_mode: 2 });
    const properties = { ...draft.properties, priority: '5', type: 'order', expiration: '60000' };
    expect(toPublication({ ...draft, properties, isPersistent: false }).properties).toEqual({
      delivery_mode: 1,
      priority: 5,
      type: 'order',
      expiration: '60000',
    });
  });

  test('has headers with types', () => {
    const headers = [
      { id: 1, name: 'n', type: 'number' as const, text: '4' },
      { id: 2, name: 'l', type: 'list' as const, text: '[1]' },
    ];
    expect(toPublication({ ...emptyDraft('', 'q'), headers }).properties).toMatchObject({
      headers: { n: 4, l: [1] },
    });
  });

  test('is checked before it is sent', () => {
    const draft = emptyDraft('', 'q');
    expect(mistakeIn(draft)).toBeUndefined();
    expect(mistakeIn({ ...draft, encoding: 'base64', payload: 'no!' })).toBe('The payload is not base64.');
    expect(mistakeIn({ ...draft, encoding: 'base64', payload: 'AAH/\n' })).toBeUndefined();
    expect(mistakeIn({ ...draft, properties: { ...draft.properties, priority: '256' } })).toContain('255');
    expect(mistakeIn({ ...draft, properties: { ...draft.properties, expiration: 'soon' } })).toContain('expiration');
    expect(mistakeIn({ ...draft, headers: [{ id: 1, name: 'n', type: 'number', text: 'x' }] })).toContain('header');
  });

  test('that died before comes without that history', () => {
    const draft = draftOf({
      exchange: 'events',
      routing_key: 'order.created',
      payload: 'AAE=',
      payload_encoding: 'base64',
      properties: {
        delivery_mode: 2,
        content_type: 'application/json',
        headers: { 'x-death': [{}], 'x-first-death-queue': 'q', tenant: 'a' },
      },
    });
    expect(toPublication(draft)).toEqual({
      routing_key: 'order.created',
      payload: 'AAE=',
      payload_encoding: 'base64',
      properties: { content_type: 'application/json', delivery_mode: 2, headers: { tenant: 'a' } },
    });
  });
});
