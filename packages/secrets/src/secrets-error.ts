/** Every way in which a credential can fail to be read or written. The list is closed: a caller may switch over it. */
export type SecretsErrorKind =
  | 'invalid_value'
  | 'conflicting_sources'
  | 'unreadable_source'
  | 'command_failed'
  | 'command_timeout'
  | 'expired'
  | 'keychain_unavailable'
  | 'key_missing'
  | 'wrong_key'
  | 'insecure_permissions'
  | 'corrupt_file'
  | 'foreign_file'
  | 'locked'
  | 'conflict'
  | 'io';

/**
 * What went wrong with a credential, and the one action that helps.
 * Neither text ever holds a credential, the output of a helper command, or the message of another exception (those quote their input),
 * and there is no `cause` for the same reason.
 */
export class SecretsError extends Error {
  readonly kind: SecretsErrorKind;
  /** One action, as a sentence that a person can follow. */
  readonly next: string;

  constructor(kind: SecretsErrorKind, message: string, next: string) {
    super(message);
    this.name = 'SecretsError';
    this.kind = kind;
    this.next = next;
  }
}

/** The system's code of a failed call (`ENOENT`), or `unknown`. Codes are safe to print; messages are not. */
export function systemCode(error: unknown): string {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return typeof code === 'string' ? code : 'unknown';
}
