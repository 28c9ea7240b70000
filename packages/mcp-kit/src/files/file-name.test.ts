import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileNames } from '../testing/file-rules.ts';
import { partsOfName, safeName, splitName } from './file-name.ts';

describe('a name that somebody gave', () => {
  it.each(['ride.fit', '2026/ride.fit', 'Día 3 – über.fit', '東京.fit', 'no extension', 'a..b.fit'])(
    'may be %s',
    (name) => expect(partsOfName(name, 'file').join('/')).toBe(name),
  );

  it.each([
    ...hostileNames,
    'a//b.fit',
    './ride.fit',
    'ride.fit:stream',
    'NUL',
    'con.fit',
    'a/COM1.txt',
    'ride.fit.',
    'ride\u202Etif.exe',
    'x'.repeat(1_001),
  ])('may not be %j', (name) => expect(() => partsOfName(name, 'file')).toThrow(/^file /));

  it('is refused with a form that works', () => {
    expect(() => partsOfName('/etc/passwd', 'route')).toThrow(
      expect.objectContaining({
        kind: 'bad_input',
        message: 'route is an absolute path',
        next: expect.stringContaining('"ride.fit"'),
      }),
    );
  });

  it('never leaves the folder, whatever is tried', () => {
    const piece = fc.oneof(fc.constantFrom('..', '.', '/', '\\', '~', 'C:', '\0', 'a', ' ', '%2e%2e'), fc.string());
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        let parts: readonly string[] = [];
        try {
          parts = partsOfName(pieces.join(''), 'file');
        } catch {
          return;
        }
        expect(parts.every((part) => part !== '' && !part.startsWith('.') && !/[\\/\0:]/.test(part))).toBe(true);
      }),
    );
  });
});

describe('a name made from a title', () => {
  it.each([
    ['Morning ride.fit', 'Morning ride.fit'],
    ['3×10/5: over\\under?.zwo', '3×10-5- over-under-.zwo'],
    ['../../etc/passwd', '-..-etc-passwd'],
    ['\u202Eride\u0000\n.fit', 'ride.fit'],
    ['con.fit', 'file-con.fit'],
    ['...', 'file'],
    ['.fit', 'fit'],
    ['', 'file'],
  ])('turns %j into %j', (text, name) => expect(safeName(text)).toBe(name));

  it('is cut before the extension, in characters and in bytes', () => {
    expect(safeName(`${'x'.repeat(300)}.fit`)).toBe(`${'x'.repeat(116)}.fit`);
    const wide = safeName(`${'界'.repeat(300)}.fit`);
    expect(Buffer.byteLength(wide)).toBeLessThanOrEqual(204);
    expect(wide).toMatch(/^界+\.fit$/);
  });

  it('can always be given back as a name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const name = safeName(text);
        expect(partsOfName(name, 'file')).toEqual([name]);
      }),
    );
  });

  it('keeps what is one extension together', () => {
    expect(splitName('ride.fit.gz')).toEqual({ stem: 'ride', extension: '.fit.gz' });
    expect(splitName('no extension')).toEqual({ stem: 'no extension', extension: '' });
  });
});
