import { gzipSync } from 'node:zlib';

/** Bytes as gzip in base64, as the importer takes them; what is gzip already stays as it is. */
export function packed(bytes: Uint8Array): string {
  const gzip = bytes[0] === 0x1f && bytes[1] === 0x8b ? bytes : gzipSync(bytes);
  return Buffer.from(gzip).toString('base64');
}
