import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** What a preview was computed from; a commit must match all of it. */
export interface PreviewSubject {
  readonly tool: string;
  readonly athleteId: string;
  /** Arguments without `dry_run` and `preview_token`. */
  readonly args: unknown;
  /** The change as shown, upstream version included. */
  readonly change: unknown;
}

export type TokenVerdict = 'ok' | 'malformed' | 'expired' | 'other_call' | 'changed' | 'used';

const lifetimeMs = 15 * 60 * 1000;
const shortHash = 12;

/**
 * Makes and checks preview tokens: an HMAC over tool, athlete, arguments, change and expiry (15 minutes). The key lives
 * in this process only, so a restart voids every preview. A token commits once: a replay is told so.
 */
export class PreviewTokens {
  readonly #key: Uint8Array;
  readonly #now: () => Date;
  readonly #used = new Map<string, number>();

  constructor(key: Uint8Array, now: () => Date) {
    this.#key = key;
    this.#now = now;
  }

  /** A token that commits exactly this subject. */
  mint(subject: PreviewSubject): string {
    const body = [
      (this.#now().getTime() + lifetimeMs).toString(36),
      hash([subject.tool, subject.athleteId, subject.args]),
      hash(subject.change),
    ].join('.');
    return `${body}.${this.#sign(body)}`;
  }

  /** Whether `token` commits this subject now; when not, why. */
  check(token: string, subject: PreviewSubject): TokenVerdict {
    const [expiry = '', call = '', change = '', signature = ''] = token.split('.');
    if (!equal(signature, this.#sign([expiry, call, change].join('.')))) return 'malformed';
    if (this.#used.has(token)) return 'used';
    if (Number.parseInt(expiry, 36) < this.#now().getTime()) return 'expired';
    if (call !== hash([subject.tool, subject.athleteId, subject.args])) return 'other_call';
    return change === hash(subject.change) ? 'ok' : 'changed';
  }

  /** Marks a token as spent, just before its write. */
  spend(token: string): void {
    const now = this.#now().getTime();
    for (const [old, until] of this.#used) if (until < now) this.#used.delete(old);
    this.#used.set(token, now + lifetimeMs);
  }

  /** Whether this token has already committed its change. */
  isSpent(token: string): boolean {
    return this.#used.has(token);
  }

  #sign(body: string): string {
    return createHmac('sha256', this.#key).update(body).digest('base64url').slice(0, 22);
  }
}

function hash(value: unknown): string {
  return createHash('sha256').update(stable(value)).digest('base64url').slice(0, shortHash);
}

/** JSON with sorted keys, so that the order in which a client sends arguments does not matter. */
function stable(value: unknown): string {
  return (
    JSON.stringify(value, (_key, member: unknown) =>
      typeof member === 'object' && member !== null && !Array.isArray(member)
        ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
        : member,
    ) ?? 'undefined'
  );
}

function equal(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
