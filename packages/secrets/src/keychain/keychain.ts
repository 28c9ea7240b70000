import { SecretsError } from '../secrets-error.ts';

/**
 * The password store of the operating system, as far as this package needs it: one short text per account name.
 * Every method throws SecretsError `keychain_unavailable`, with the reason, when the store cannot answer; it never answers from anywhere else.
 */
export interface Keychain {
  /** What people call it: `macOS Keychain`, `Secret Service`, `Windows Credential Manager`. */
  readonly name: string;
  /** `undefined` when the store has no such account. */
  read(account: string): Promise<string | undefined>;
  /** Writes, reads back and compares: it returns only when the value is really there. */
  write(account: string, value: string): Promise<void>;
  /** False when there was nothing to remove. */
  remove(account: string): Promise<boolean>;
}

/** The error of a keychain that cannot answer. */
export function keychainUnavailable(name: string, reason: string, next: string): SecretsError {
  return new SecretsError('keychain_unavailable', `${name} is not usable: ${reason}.`, next);
}
