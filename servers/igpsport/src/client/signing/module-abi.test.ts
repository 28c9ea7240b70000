import { beforeAll, describe, expect, it } from 'vitest';
import { sealKey } from '../../../sandbox/signing/sealed-key.ts';
import { standInModule } from '../../../sandbox/signing/stand-in.ts';
import { failureOf } from '../../../test/port.ts';
import { VECTOR_KEYS, VECTORS } from '../../../test/signing-vectors.ts';
import { signatureOf } from './key-signer.ts';
import { type SigningModule, startModule } from './module-abi.ts';

const some = { method: 'GET', target: '/service/x', timestamp: '1700000000', nonce: 'n', body: new Uint8Array() };

describe('a signing module', () => {
  let module: SigningModule;
  beforeAll(async () => {
    module = await startModule(standInModule());
  });

  it.each(
    VECTORS.flatMap(([what, signatures], row) =>
      Object.entries(VECTOR_KEYS).map(([name, key], column) => [row + 1, name, key, what, signatures[column]] as const),
    ),
  )('signs request %i with key %s as published', (_row, _name, key, what, signature) => {
    module.openKey(sealKey(key));
    expect(module.sign(what)).toBe(signature);
  });

  it('signs bytes that are no text, and bodies larger than its memory was', () => {
    module.openKey(sealKey(VECTOR_KEYS.K2));
    for (const size of [1, 55, 56, 63, 64, 65, 119, 120, 3_000_000]) {
      const what = { ...some, body: Uint8Array.from({ length: size }, (_, index) => (index * 7) & 255) };
      expect(module.sign(what)).toBe(signatureOf(VECTOR_KEYS.K2, what));
    }
  });

  it('is handed buffers that it frees itself: freeing them twice would be a trap', () => {
    module.openKey(sealKey(VECTOR_KEYS.K1));
    for (let round = 0; round < 2_000; round++) module.sign(some);
    expect(module.sign(some)).toBe(signatureOf(VECTOR_KEYS.K1, some));
  });

  it('keeps the key it has when another one cannot be opened', () => {
    module.openKey(sealKey(VECTOR_KEYS.K1));
    expect(() => module.openKey(new Uint8Array(256))).toThrow('could not open the session key');
    expect(() => module.openKey(new Uint8Array(12))).toThrow('could not open the session key');
    expect(module.sign(some)).toBe(signatureOf(VECTOR_KEYS.K1, some));
  });
});

describe('starting a module', () => {
  it('refuses to sign before a key was opened', async () => {
    const module = await startModule(standInModule());
    expect(() => module.sign(some)).toThrow('refused to sign');
  });

  it('fails for damaged bytes, and says so', async () => {
    const cut = standInModule().slice(0, 900);
    expect((await failureOf(startModule(cut))).toText()).toMatch(
      /^contract: The signing module of iGPSport is damaged\./,
    );
    expect((await failureOf(startModule(new Uint8Array()))).kind).toBe('contract');
  });

  it.each([
    '__wbindgen_start',
    '__wbindgen_malloc',
    '__wbindgen_free',
    '__wbindgen_externrefs',
    'init_session_key',
    'generate_signature',
  ])('fails when %s is missing, and names it', async (name) => {
    const failure = await failureOf(startModule(standInModule({ without: name })));
    expect(failure.kind).toBe('contract');
    expect(failure.message).toBe(`The signing module of iGPSport has no ${name} any more`);
  });

  it('does not run a module that asks its host for more', async () => {
    const failure = await failureOf(startModule(standInModule({ alsoImports: '__wbg_fetch_1234' })));
    expect(failure.kind).toBe('blocked');
    expect(failure.message).toContain('was not run');
  });
});
