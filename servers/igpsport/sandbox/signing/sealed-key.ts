import { randomBytes } from 'node:crypto';

const SEALED_BYTES = 256;
const MARK = 0x5e;
const MASK = 0xa5;

/**
 * A session key in the 256 bytes of the handshake, in a sealing of our own that only the stand-in module opens: the real
 * service's is RSA with a key that only its own module has. First the mark, then the length, then the masked key.
 */
export function sealKey(key: Uint8Array): Uint8Array {
  if (key.length > SEALED_BYTES - 2) throw new RangeError(`a key of ${key.length} bytes does not fit`);
  const sealed = new Uint8Array(randomBytes(SEALED_BYTES));
  sealed[0] = MARK;
  sealed[1] = key.length;
  for (const [index, byte] of key.entries()) sealed[index + 2] = byte ^ MASK;
  return sealed;
}
