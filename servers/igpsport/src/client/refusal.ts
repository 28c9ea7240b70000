import { type Envelope, isSuccess, readEnvelope } from './wire/envelope.ts';

/** An answer with its wrapper looked at. */
export interface LookedAt {
  /** The answer, its body still to be read; its status is the wrapper's verdict where the two differ. */
  readonly response: Response;
  /** The wrapper of a refusal. */
  readonly refusal: Envelope | undefined;
  /** The signature is missing, wrong or too old. */
  readonly wantsSignature: boolean;
}

/** Refusals are small: more than this is an answer. */
const LOOK_BYTES = 65_536;

/**
 * Reads the wrapper before the status: this service says no with a 200, and says what was wrong with a login in the body of
 * a 403. A refusal inside a 200 gets the status that its code stands for.
 */
export async function lookAt(response: Response): Promise<LookedAt> {
  const type = response.headers.get('content-type') ?? '';
  const readable = type === '' || /json|text\/plain/i.test(type);
  if (!readable || response.body === null || (response.status >= 300 && response.status < 400)) {
    return { response, refusal: undefined, wantsSignature: false };
  }
  const { head, rest } = await headOf(response.body);
  const envelope = rest === undefined ? readEnvelope(parsed(head)) : undefined;
  const refusal = envelope === undefined || isSuccess(envelope) ? undefined : envelope;
  const status = refusal !== undefined && response.ok ? statusOf(refusal.code) : response.status;
  return {
    response: new Response(rest === undefined ? head : joined(head, rest), { status, headers: response.headers }),
    refusal,
    wantsSignature: (status === 401 || status === 403) && refusal !== undefined && aboutSignature(refusal),
  };
}

/** Codes are HTTP statuses, statuses with two more digits, or the service's own; those are "understood, but refused". */
function statusOf(code: number): number {
  const status = code > 40_000 && code < 60_000 ? Math.floor(code / 100) : code;
  return status >= 400 && status <= 599 ? status : 422;
}

/** The failure code is not known: read by its words. */
function aboutSignature({ message }: Envelope): boolean {
  return /signature|x-sign|\bsign\b|nonce|timestamp|access.?key|签名|验签/i.test(message);
}

interface Head {
  readonly head: Uint8Array<ArrayBuffer>;
  /** What follows, when there is more than the head. */
  readonly rest: ReadableStreamDefaultReader<Uint8Array> | undefined;
}

async function headOf(body: ReadableStream<Uint8Array>): Promise<Head> {
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (size <= LOOK_BYTES) {
    const { done, value } = await reader.read();
    if (done) return { head: whole(chunks, size), rest: undefined };
    chunks.push(value);
    size += value.byteLength;
  }
  return { head: whole(chunks, size), rest: reader };
}

function whole(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.byteLength;
  }
  return all;
}

function joined(head: Uint8Array, rest: ReadableStreamDefaultReader<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => controller.enqueue(head),
    pull: async (controller) => {
      const { done, value } = await rest.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => rest.cancel(reason),
  });
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
