/** Why an attempt brought no answer. `unsent`: the service cannot have seen the request. */
export class NoAnswer extends Error {
  readonly reason: 'unsent' | 'lost' | 'timeout' | 'redirect';

  constructor(reason: NoAnswer['reason'], message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'NoAnswer';
    this.reason = reason;
  }
}

/** An answer that says no: any status outside 200–299. */
export class Refused extends Error {
  readonly status: number;
  readonly retryAfterSeconds: number | undefined;
  /** The body, parsed when it was JSON, else its text: for logs and `explain`, never for messages. */
  readonly body: unknown;

  constructor(status: number, retryAfterSeconds: number | undefined, body: unknown) {
    super(`status ${status}`);
    this.name = 'Refused';
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
    this.body = body;
  }
}
