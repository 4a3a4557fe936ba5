import { describe, expect, test } from 'vitest';
import { bytesOf, fileNameOf, gunzip, hexDump, isGzip, prettyJson, previewOf, textOf } from './payload';

const base64 = (payload: string) => ({ payload, payload_encoding: 'base64' });
const text = (payload: string) => ({ payload, payload_encoding: 'string' });

describe('JSON', () => {
  test('has a line for each member', () =>
    expect(prettyJson('{"a":[1,{"b":"x, {y}"}],"c":{}}')).toBe(
      '{\n  "a": [\n    1,\n    {\n      "b": "x, {y}"\n    }\n  ],\n  "c": {}\n}',
    ));

  test('keeps numbers as they are written', () =>
    expect(prettyJson('[12345678901234567890, 1.10]')).toBe('[\n  12345678901234567890,\n  1.10\n]'));

  test('is not what merely looks like it', () => {
    expect(prettyJson('{"a":')).toBeUndefined();
    expect(prettyJson('word')).toBeUndefined();
    expect(prettyJson(undefined)).toBeUndefined();
  });
});

describe('bytes', () => {
  test('are read from base64 and from text', () => {
    expect([...bytesOf(base64('AAH/'))]).toEqual([0, 1, 255]);
    expect([...bytesOf(text('é'))]).toEqual([0xc3, 0xa9]);
  });

  test('are text only where they are UTF-8', () => {
    expect(textOf(bytesOf(text('héllo')))).toBe('héllo');
    expect(textOf(Uint8Array.of(0xff, 0xfe))).toBeUndefined();
    expect(textOf(Uint8Array.of(0x61, 0xc3), true)).toBe('a');
  });

  test('are dumped sixteen on a line', () =>
    expect(hexDump(new TextEncoder().encode('Hello, world!\n\u0000 more'))).toBe(
      '00000000  48 65 6c 6c 6f 2c 20 77  6f 72 6c 64 21 0a 00 20  Hello, world!·· \n00000010  6d 6f 72 65                                       more',
    ));
});

test('gzip is known by how it begins, and read', async () => {
  const stream = new Blob(['packed']).stream().pipeThrough(new CompressionStream('gzip'));
  const packed = new Uint8Array(await new Response(stream).arrayBuffer());
  expect(isGzip(packed)).toBe(true);
  expect(textOf((await gunzip(packed)) ?? Uint8Array.of(0xff))).toBe('packed');
  expect(await gunzip(Uint8Array.of(0x1f, 0x8b, 0))).toBeUndefined();
});

test('a preview is one line', () => {
  expect(previewOf(text('a\n  b'))).toBe('a b');
  expect(previewOf(base64('AAH/'))).toBe('00 01 ff');
});

test('a file is called after the queue, and by its type', () => {
  expect(fileNameOf('orders/eu', 7, 'application/json; charset=utf-8')).toBe('orders_eu-7.json');
  expect(fileNameOf('orders', 0, undefined)).toBe('orders-0.bin');
});
