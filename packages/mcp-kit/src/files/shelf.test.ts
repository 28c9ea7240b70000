import { describe, expect, it } from 'vitest';
import { createShelf } from './shelf.ts';

function shelf() {
  const clock = { now: new Date('2026-11-20T10:00:00Z') };
  const limits = { oneFile: 10, allFiles: 20, milliseconds: 60_000 } as never;
  return { clock, held: createShelf({ scheme: 'nb-files', now: () => clock.now, limits }) };
}

const bytes = (length: number) => new Uint8Array(length);

describe('the shelf', () => {
  it('gives a file back by an address that nobody guesses', () => {
    const { held } = shelf();
    const { uri } = held.put('Día, 1.txt', 'text/plain', bytes(3));
    expect(uri).toMatch(/^nb-files:\/\/[0-9a-f]{32}\/D%C3%ADa%2C%201\.txt$/);
    expect(new URL(uri).href).toBe(uri);
    expect(held.find(uri)?.bytes).toHaveLength(3);
    expect(held.find(uri.replace(/[0-9a-f]{32}/, '0'.repeat(32)))).toBeUndefined();
    expect(held.put('Día, 1.txt', 'text/plain', bytes(3)).uri).not.toBe(uri);
  });

  it('forgets a file when its time is over', () => {
    const { held, clock } = shelf();
    const { uri, expiresAt } = held.put('a', 'text/plain', bytes(3));
    expect(expiresAt.toISOString()).toBe('2026-11-20T10:01:00.000Z');
    clock.now = new Date('2026-11-20T10:00:59Z');
    expect(held.find(uri)).toBeDefined();
    clock.now = expiresAt;
    expect(held.find(uri)).toBeUndefined();
  });

  it('drops the oldest when there is no more room, and takes nothing that is too large', () => {
    const { held } = shelf();
    const uris = [9, 9, 9].map((size) => held.put('a', 'text/plain', bytes(size)).uri);
    expect(uris.map((uri) => held.find(uri) !== undefined)).toEqual([false, true, true]);
    expect(() => held.put('a', 'text/plain', bytes(11))).toThrow(expect.objectContaining({ kind: 'bad_input' }));
    expect(held.find(uris[2] ?? '')).toBeDefined();
  });
});
