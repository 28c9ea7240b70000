import type { Athlete } from '../athlete/athlete.ts';
import type { Change } from '../confirm/change.ts';
import type { CallFiles } from '../files/call-files.ts';

/** What one call may do and for how long; the HTTP client takes it with every request. */
export interface CallScope {
  /** Aborted when the client cancels or the deadline passes. */
  readonly signal: AbortSignal;
  /** Whether a write may be sent now: only after `confirm` has let the call through. */
  readonly mayWrite: () => boolean;
  /** Whether the call is of a tool that writes: what it changes is then read anew, whatever is cached. */
  readonly forWrite?: boolean;
}

/** What a handler sees. */
export interface CallContext<Port> extends CallScope {
  /** The provider's client, bound to this call's deadline and write gate. */
  readonly port: Port;
  /** Whom this call is about; for tools without an athlete it is the account's owner, looked up only when asked for. */
  readonly athlete: () => Promise<Athlete>;
  /** The account's owner. */
  readonly self: () => Promise<Athlete>;
  /** The athlete's local day, `YYYY-MM-DD`. */
  readonly today: () => Promise<string>;
  /** The moment of the call. */
  readonly now: () => Date;
  /** Files of the user; only for a tool that declares `files`. */
  readonly files: CallFiles;
  /** Reports progress to the host; `total` when known. Call it for anything over a second. */
  readonly progress: (done: number, total?: number, message?: string) => void;
  /**
   * Shows the change before anything is written. Returns when the call may write; otherwise the call ends here, with a
   * preview, a question to the user, or a refusal. Call it once, after reading and validating, before the only write.
   */
  readonly confirm: (change: Change) => Promise<void>;
}
