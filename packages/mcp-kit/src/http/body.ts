import { gunzip } from 'node:zlib';

/** A body over its limit: nothing of it is kept. */
export class BodyTooLarge extends Error {
  readonly limit: number;

  constructor(limit: number) {
    super(`the answer is larger than ${limit} bytes`);
    this.name = 'BodyTooLarge';
    this.limit = limit;
  }
}

/**
 * Reads a body up to `limit` bytes and stops the transfer beyond. Counts what arrives after transport decompression, so
 * that a small compressed body cannot fill the memory.
 *
 * @throws BodyTooLarge
 */
export async function readBody(response: Response, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  if (reader === undefined) return new Uint8Array();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel().catch(() => undefined);
      throw new BodyTooLarge(limit);
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}

/**
 * Unpacks a file that is gzip by its magic number, whatever its name or type say; other bytes come back as they are.
 *
 * @throws BodyTooLarge when it unpacks to more than `limit`; Error when the archive is damaged.
 */
export function unpackGzip(bytes: Uint8Array, limit: number): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return Promise.resolve(bytes);
  return new Promise((resolve, reject) => {
    gunzip(bytes, { maxOutputLength: limit }, (error, unpacked) => {
      if (error === null) resolve(unpacked);
      else reject((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? new BodyTooLarge(limit) : error);
    });
  });
}
