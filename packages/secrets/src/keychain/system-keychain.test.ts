import { describe, expect, it } from 'vitest';
import { type KeyringPackage, keychainThrough, systemKeychain } from './system-keychain.ts';

/** Stands for the native package; the real one is driven in secret-service.test.ts. */
function packageWith(
  methods: Record<string, (...args: never[]) => unknown>,
  seen: unknown[] = [],
): () => Promise<KeyringPackage> {
  class Entry {
    constructor(...args: unknown[]) {
      seen.push(args);
      Object.assign(this, methods);
    }
  }
  return async () => ({ AsyncEntry: Entry }) as unknown as KeyringPackage;
}

const base = { service: 'intervals-mcp', platform: 'linux' } as const;

describe('the system keychain', () => {
  it('says that the optional package is not installed', async () => {
    const load = () => Promise.reject(Object.assign(new Error('x'), { code: 'ERR_MODULE_NOT_FOUND' }));
    await expect(keychainThrough(load, base).read('a')).rejects.toMatchObject({
      kind: 'keychain_unavailable',
      message: expect.stringContaining('@napi-rs/keyring is not installed'),
      next: expect.stringContaining('encrypted file'),
    });
  });

  it('says so when the package is there but has no build for this machine', async () => {
    const load = () => Promise.reject(new Error('Cannot find native binding'));
    await expect(keychainThrough(load, base).read('a')).rejects.toThrow('does not run on this machine');
  });

  it('always pins the Secret Service', async () => {
    const seen: unknown[] = [];
    await keychainThrough(packageWith({ getPassword: async () => null }, seen), base).read('key-1');
    expect(seen).toEqual([['intervals-mcp', 'key-1', { linux: { store: 'secret-service' } }]]);
  });

  it('gives undefined for an account that is not there', async () => {
    expect(await keychainThrough(packageWith({ getPassword: async () => null }), base).read('a')).toBeUndefined();
  });

  it('is unavailable when what it kept is not what was written', async () => {
    const load = packageWith({ setPassword: async () => null, getPassword: async () => 'other' });
    await expect(keychainThrough(load, base).write('a', 'value')).rejects.toThrow('did not keep what was written');
  });

  it('stops waiting after its time, and asks nothing more while that call is open', async () => {
    let asked = 0;
    const load = packageWith({
      getPassword: () =>
        new Promise(() => {
          asked += 1;
        }),
    });
    const keychain = keychainThrough(load, { ...base, timeoutMs: 40 });
    await expect(keychain.read('a')).rejects.toThrow('no answer within 1 s');
    await expect(keychain.read('a')).rejects.toThrow('an earlier call is still waiting');
    expect(asked).toBe(1);
  });

  it.each([
    ['Secret Service: unlock prompt was dismissed', 'it is locked'],
    ['Secret Service: no result found', 'no keyring yet'],
    ['Platform failure: DBus error: Using X11 for dbus-daemon autolaunch was disabled', 'no D-Bus session'],
    ['something with canary-value in it', 'it answered with an error'],
  ])('says in plain words what "%s" means, and never repeats it', async (text, plain) => {
    const load = packageWith({ getPassword: async () => Promise.reject(new Error(text)) });
    const error = await keychainThrough(load, base)
      .read('a')
      .catch((thrown: Error) => thrown);
    expect(String(error)).toContain(plain);
    expect(String(error)).not.toContain('canary');
  });

  it('has the name that people know', () => {
    expect(systemKeychain({ ...base, platform: 'darwin' }).name).toBe('macOS Keychain');
    expect(systemKeychain({ ...base, platform: 'win32' }).name).toBe('Windows Credential Manager');
    expect(systemKeychain(base).name).toBe('Secret Service');
  });
});
