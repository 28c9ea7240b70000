import { describe, expect, it } from 'vitest';
import { Failure, type FailureKind, failureKinds } from './failure.ts';
import { outcomeOf, partOf } from './part.ts';

const failed = (kind: FailureKind) =>
  Promise.reject(new Failure(kind, 'It went wrong', { next: 'try something else' }));

/** What no other request of the call could do better. */
const ofTheCall = ['ambiguous', 'auth', 'rate_limited', 'conflict', 'ambiguous_write', 'declined', 'internal'] as const;

describe('a part of an answer', () => {
  it('is its value when it came', async () => {
    expect(await partOf(Promise.resolve(0))).toEqual({ value: 0 });
  });

  it.each(failureKinds.filter((kind) => !ofTheCall.includes(kind as never)))(
    'may be missing because of %s',
    async (kind) => {
      expect((await partOf(failed(kind))).failure).toMatchObject({ kind });
    },
  );

  it.each(ofTheCall)('fails the whole call with %s', async (kind) => {
    await expect(partOf(failed(kind))).rejects.toMatchObject({ kind });
  });

  it('never hides a defect', async () => {
    await expect(partOf(Promise.reject(new TypeError('oops')))).rejects.toThrow('oops');
    await expect(outcomeOf(Promise.reject(new TypeError('oops')))).rejects.toThrow('oops');
  });
});

describe('the outcome of a request', () => {
  it.each(failureKinds)('may be a failure of kind %s', async (kind) => {
    expect((await outcomeOf(failed(kind))).failure).toMatchObject({ kind });
  });
});
