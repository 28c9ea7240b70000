import { Failure, type FailureKind, isFailure } from '../failure/failure.ts';
import { Unreadable } from './answer.ts';

import { BodyTooLarge } from './body.ts';
import { NoAnswer, Refused } from './no-answer.ts';
import type { HttpOptions } from './options.ts';

/** What is known about the request that failed. */
export interface Failed {
  readonly options: Pick<HttpOptions, 'service' | 'loginCommand' | 'explain'>;
  readonly method: string;
  readonly path: string;
  readonly write: boolean;
  /** Whether the service may have seen it. */
  readonly sent: boolean;
  /** The caller's signal: decides between "cancelled" and "too slow". */
  readonly signal: AbortSignal;
}

interface Row {
  readonly kind: FailureKind;
  /** `%` stands for the service's name. */
  readonly message: string;
  readonly next: string;
}

const slower = 'send the same call once more, or ask for a shorter range';
const doNotRetry = 'tell the user; sending it again will not help';
const update = 'tell the user that the service changed and to update this server; sending it again will not help';

/** Every refusal by status. 5xx and anything not listed: {@link otherStatus}. */
const byStatus: Readonly<Record<number, Row>> = {
  400: {
    kind: 'bad_input',
    message: '% refused the request',
    next: 'check the argument values and send a corrected call',
  },
  401: { kind: 'auth', message: '% did not accept the login', next: '' },
  402: { kind: 'forbidden', message: '% offers this only with a paid plan', next: doNotRetry },
  403: {
    kind: 'forbidden',
    message: 'This account may not do that on %',
    next: 'check that the athlete and the object belong to this account, or tell the user; do not send it again',
  },
  404: {
    kind: 'not_found',
    message: '% has nothing under that id',
    next: 'list the objects to get a current id, then call again',
  },
  405: { kind: 'contract', message: '% no longer offers this operation', next: update },
  406: { kind: 'contract', message: '% no longer answers in the expected form', next: update },
  408: { kind: 'timeout', message: '% gave up waiting for the request', next: 'send the same call once more' },
  409: {
    kind: 'conflict',
    message: 'The object on % is not what it was when it was read',
    next: 'read it again and show the user what changed',
  },
  410: { kind: 'contract', message: '% retired this operation', next: update },
  412: {
    kind: 'conflict',
    message: 'The object on % changed since it was read',
    next: 'read it again and show the user what changed',
  },
  413: { kind: 'bad_input', message: 'This is larger than % accepts', next: 'send less at once' },
  415: { kind: 'contract', message: '% no longer accepts this form of request', next: update },
  422: {
    kind: 'bad_input',
    message: '% understood the request but refused its values',
    next: 'check the argument values and send a corrected call',
  },
  423: { kind: 'conflict', message: 'The object on % is locked', next: 'wait a minute, read it again, then decide' },
  429: { kind: 'rate_limited', message: '% asks to slow down', next: '' },
  451: { kind: 'forbidden', message: '% may not show this', next: doNotRetry },
};

/** Turns whatever ended a request into the one failure that the model reads. */
export function toFailure(error: unknown, failed: Failed): Failure {
  if (isFailure(error)) return error;
  const { service } = failed.options;
  if (error instanceof Refused) return fromStatus(error, failed);
  if (failed.write && failed.sent && !(error instanceof NoAnswer && error.reason === 'unsent')) {
    return ambiguous(failed, unansweredBecause(error, failed), error);
  }
  if (failed.signal.aborted) return stopped(failed);
  if (error instanceof NoAnswer) return fromNoAnswer(error, failed);
  if (error instanceof BodyTooLarge) {
    return new Failure('contract', `${service} sent more than ${Math.round(error.limit / 1e6)} MB`, {
      next: 'ask for a shorter range or fewer fields',
      cause: error,
    });
  }
  if (error instanceof Unreadable) {
    return new Failure('contract', `${service} sent ${error.message}`, { next: update, cause: error.cause ?? error });
  }
  return new Failure('internal', `The request to ${service} failed inside this server`, {
    next: 'tell the user; the log on stderr has the details',
    cause: error,
  });
}

/** A request that the service did not see, or a read: sending it again does no harm. */
function fromNoAnswer(error: NoAnswer, { options: { service }, write }: Failed): Failure {
  if (error.reason === 'redirect') {
    return new Failure('upstream', `${service} pointed to another address, which is not followed`, {
      next: 'tell the user: a proxy or a network login page may be in the way',
      cause: error,
    });
  }
  if (error.reason === 'timeout') {
    return new Failure('timeout', `${service} did not answer in time`, {
      next: write ? 'nothing was sent; send the same call once more' : slower,
      cause: error,
    });
  }
  const checkConnection = 'check the internet connection, then send the same call once more';
  return new Failure('network', `${service} could not be reached, or the connection broke`, {
    next: write ? `nothing was written; ${checkConnection}` : checkConnection,
    cause: error,
  });
}

function fromStatus(error: Refused, failed: Failed): Failure {
  const { status, retryAfterSeconds: seconds } = error;
  const { options, write, method } = failed;
  const cause = upstreamSaid(error, failed);
  if (write && (status >= 500 || status === 408 || status < 400)) return ambiguous(failed, `status ${status}`, cause);
  const row = byStatus[status] ?? otherStatus(status);
  const body = typeof error.body === 'object' ? error.body : undefined;
  const text = typeof error.body === 'string' && error.body !== '' ? error.body : undefined;
  const explained = options.explain?.({ status, body, text, method, write });
  return new Failure(explained?.kind ?? row.kind, explained?.message ?? row.message.replace('%', options.service), {
    next: explained?.next ?? nextOf(status, row, failed, seconds),
    ...(seconds === undefined ? {} : { retryAfterSeconds: seconds }),
    cause,
  });
}

function nextOf(status: number, row: Row, { options, write }: Failed, seconds: number | undefined): string {
  if (status === 401) return `ask the user to run \`${options.loginCommand}\`, then call again`;
  if (status === 429) {
    const pause = seconds === undefined ? 'a minute' : `${seconds} s`;
    return `wait ${pause}, then send the same call once${write ? '; nothing was written' : ''}`;
  }
  return row.next;
}

function otherStatus(status: number): Row {
  if (status >= 500) {
    return {
      kind: 'upstream',
      message: `% has a problem of its own (status ${status})`,
      next: 'try again in a few minutes',
    };
  }
  return { kind: 'upstream', message: `% refused the request (status ${status})`, next: doNotRetry };
}

function ambiguous({ options }: Failed, why: string, cause: unknown): Failure {
  return new Failure(
    'ambiguous_write',
    `The change was sent to ${options.service}, but its outcome is unknown (${why})`,
    {
      next: 'read the object or the day first: the change may have been applied; send it again only if it is not there',
      cause,
    },
  );
}

function unansweredBecause(error: unknown, { signal }: Failed): string {
  if (error instanceof Unreadable || error instanceof BodyTooLarge) return 'the answer could not be read';
  if (error instanceof NoAnswer && error.reason === 'redirect') return 'it was redirected';
  if (signal.aborted) return 'the call was stopped';
  if (error instanceof NoAnswer && error.reason === 'timeout') return 'no answer in time';
  return 'the connection broke';
}

function stopped({ options, signal }: Failed): Failure {
  if (isFailure(signal.reason)) return signal.reason;
  const late = (signal.reason as Error | undefined)?.name === 'TimeoutError';
  return new Failure('timeout', late ? `${options.service} did not answer in time` : 'The call was cancelled', {
    next: late ? slower : 'send it again if it is still wanted',
    cause: signal.reason,
  });
}

/** For people: what the service really answered, short. */
function upstreamSaid({ status, body }: Refused, { method, path }: Failed): Error {
  const said = typeof body === 'string' ? body : JSON.stringify(body ?? '');
  return new Error(`${method} ${path} was answered ${status}: ${said.slice(0, 500)}`);
}
