import type * as z from 'zod';
import { BodyTooLarge, unpackGzip } from './body.ts';
import type { ResponseForm } from './endpoint.ts';
import { parseExactJson } from './exact-json.ts';

/** An answer that is not what the endpoint promises. `message` holds our words and field names of our own schema. */
export class Unreadable extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'Unreadable';
  }
}

/**
 * Turns a successful answer into what the endpoint yields.
 *
 * @throws Unreadable for another content type, broken JSON, or a shape the schema refuses; BodyTooLarge for a gzip bomb.
 */
export async function readAnswer<R>(
  form: ResponseForm<R>,
  bytes: Uint8Array,
  contentType: string,
  maxBytes: number,
): Promise<R> {
  if (/\bhtml\b/i.test(contentType)) throw new Unreadable('a web page instead of data');
  if (form === 'none') return undefined as R;
  if (form === 'text') return new TextDecoder().decode(bytes) as R;
  if (form === 'bytes') return (await readFile(bytes, contentType, maxBytes)) as R;
  return readJson(form, bytes, contentType);
}

async function readFile(bytes: Uint8Array, contentType: string, maxBytes: number): Promise<Uint8Array> {
  if (isJson(contentType)) throw new Unreadable('a message instead of a file');
  if (bytes.byteLength === 0) throw new Unreadable('an empty file');
  try {
    return await unpackGzip(bytes, maxBytes);
  } catch (error) {
    throw error instanceof BodyTooLarge ? error : new Unreadable('a damaged gzip file', error);
  }
}

function readJson<R>(schema: z.ZodType<R>, bytes: Uint8Array, contentType: string): R {
  if (contentType !== '' && !isJson(contentType)) throw new Unreadable('another content type than JSON');
  const result = schema.safeParse(parse(new TextDecoder().decode(bytes)));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new Unreadable(`${fieldOf(issue?.path ?? [])} in a form that this version does not know`, result.error);
}

function parse(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    return parseExactJson(text);
  } catch (error) {
    throw new Unreadable('broken JSON', error);
  }
}

/** The place of a mismatch: `field \`athlete.sport_settings[0].ftp\``. Keys that are no plain names may be upstream text. */
export function fieldOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'an answer';
  const shown = path.map((step, index) => {
    if (typeof step === 'number') return `[${step}]`;
    const name = /^[A-Za-z_]\w{0,59}$/.test(String(step)) ? String(step) : '*';
    return index === 0 ? name : `.${name}`;
  });
  return `field \`${shown.join('')}\``;
}

function isJson(contentType: string): boolean {
  return /^[\w.+-]+\/(?:[\w.-]+\+)?json\b/i.test(contentType.trim());
}
