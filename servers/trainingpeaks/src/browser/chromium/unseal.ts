import { createDecipheriv, createHash, pbkdf2Sync } from 'node:crypto';

/** AES-128 key of Linux and macOS: one round on Linux, 1003 on macOS. */
export function keyOfPassword(password: string, rounds: number): Buffer {
  return pbkdf2Sync(password, 'saltysalt', rounds, 16, 'sha1');
}

/** What stands before the sealed bytes: `v10`, `v11`, `v20`; empty when it is none of a version. */
export function versionOf(sealed: Uint8Array): string {
  const head = Buffer.from(sealed.subarray(0, 3)).toString('latin1');
  return /^v\d\d$/.test(head) ? head : '';
}

/** Linux and macOS: AES-128-CBC with a vector of blanks. `undefined` when the key is another. */
export function unsealCbc(sealed: Uint8Array, key: Buffer, host: string): string | undefined {
  return attempt(() => {
    const decipher = createDecipheriv('aes-128-cbc', key, Buffer.alloc(16, ' '));
    return textOf(Buffer.concat([decipher.update(sealed.subarray(3)), decipher.final()]), host);
  });
}

/** Windows: AES-256-GCM, nonce first and tag last. `undefined` when the key is another. */
export function unsealGcm(sealed: Uint8Array, key: Buffer, host: string): string | undefined {
  return attempt(() => {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(3, 15));
    decipher.setAuthTag(sealed.subarray(-16));
    return textOf(Buffer.concat([decipher.update(sealed.subarray(15, -16)), decipher.final()]), host);
  });
}

/** Since version 24 of the database the host's hash stands before the value. Another key gives bytes that are no value. */
function textOf(plain: Buffer, host: string): string | undefined {
  const hash = createHash('sha256').update(host).digest();
  const value = plain.subarray(0, 32).equals(hash) ? plain.subarray(32) : plain;
  const text = value.toString('latin1');
  return /^[\x21-\x7e]+$/.test(text) ? text : undefined;
}

function attempt(unseal: () => string | undefined): string | undefined {
  try {
    return unseal();
  } catch {
    return undefined;
  }
}
