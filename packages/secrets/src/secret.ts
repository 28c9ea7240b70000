import { createHash, timingSafeEqual } from 'node:crypto';
import { inspect } from 'node:util';
import { SecretsError } from './secrets-error.ts';

/** What every secret prints as, and what redaction leaves in its place. */
export const SECRET_MARKER = '[secret]';

/**
 * A credential that does not show: text conversion, JSON, `util.inspect` and `console.*` all give `[secret]`.
 * `reveal()` is the only way to the value, so a search for that word finds every place where a credential leaves this object.
 */
export class Secret {
  readonly #value: string;

  /** @throws SecretsError `invalid_value` for an empty string: an empty credential is always a mistake of configuration. */
  constructor(value: string) {
    if (value === '') {
      throw new SecretsError('invalid_value', 'The credential is empty.', 'Give the credential, or leave it out.');
    }
    this.#value = value;
    Object.freeze(this);
  }

  /** The value. Call it where the request is built, and pass the result to nothing that prints. */
  reveal(): string {
    return this.#value;
  }

  /**
   * The first 16 hex digits of the SHA-256 of the value: what caches and tokens are bound to, so that a changed login drops them.
   * It cannot be turned back into a random key, but a guessed password can be checked against it: keep it out of answers.
   */
  fingerprint(): string {
    return digest(this.#value).toString('hex').slice(0, 16);
  }

  /** True when both hold the same value; takes the same time whether or not they do. */
  equals(other: Secret): boolean {
    return timingSafeEqual(digest(this.#value), digest(other.#value));
  }

  toString(): string {
    return SECRET_MARKER;
  }

  toJSON(): string {
    return SECRET_MARKER;
  }

  [Symbol.toPrimitive](): string {
    return SECRET_MARKER;
  }

  [inspect.custom](): string {
    return SECRET_MARKER;
  }
}

function digest(value: string): Buffer {
  return createHash('sha256').update(value, 'utf8').digest();
}
