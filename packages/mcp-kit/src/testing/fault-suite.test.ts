import { describe, expect, it } from 'vitest';
import { Failure } from '../failure/failure.ts';
import type { TestAnswer } from './connect.ts';
import type { SuiteFault } from './fault-cases.ts';
import { faultsOf } from './fault-suite.ts';

const broken: SuiteFault = { id: 'http-500', title: '500', status: 500, writeApplied: false };
const read = { isWrite: false, harmless: false };
const success = (structured: Record<string, unknown> = {}): TestAnswer => ({
  outcome: { kind: 'answer', text: 'all well', structured, links: [] },
  structured,
  text: 'all well',
  failure: undefined,
});
const failed = (failure: Failure): TestAnswer => ({
  outcome: { kind: 'failure', failure },
  structured: {},
  text: failure.toText(),
  failure,
});
const ended = (answer: TestAnswer, rest: { sent?: number; ms?: number } = {}) => ({
  tool: 'nb_list',
  route: 'GET /notes',
  answer,
  sent: 1,
  ms: 10,
  ...rest,
});
const upstream = new Failure('upstream', 'The service failed', { next: 'try again in a minute' });

describe('the verdict on an operation under a fault', () => {
  it('is good for a failure that says what to do, in time', () => {
    expect(faultsOf(ended(failed(upstream)), broken, read)).toEqual([]);
  });

  it('is bad for a success that hides the fault, unless the answer says what is missing', () => {
    expect(faultsOf(ended(success()), broken, read)).toEqual([
      'nb_list over GET /notes answered with a success: all well',
    ]);
    expect(faultsOf(ended(success({ notes: ['2 notes could not be read.'] })), broken, read)).toEqual([]);
    expect(faultsOf(ended(success()), { ...broken, id: 'missing-field' }, read)).toEqual([]);
    expect(faultsOf(ended(success()), broken, { isWrite: true, harmless: true })).toEqual([]);
  });

  it('is bad for a crash, a missing next step, and a call that outlives its deadline', () => {
    const crash = new Failure('internal', 'oops', { next: 'try again in a minute', cause: 'x is undefined' });
    expect(faultsOf(ended(failed(crash)), broken, read).join()).toContain('crashed');
    const helpless = new Failure('upstream', 'oops', { next: '?' });
    expect(faultsOf(ended(failed(helpless)), broken, read).join()).toContain('gives no next step');
    expect(faultsOf(ended(failed(upstream), { ms: 6_000 }), broken, read).join()).toContain('took 6000 ms');
  });

  it('is bad for a write that is sent again, apart from one refused before it was looked at', () => {
    const twice = ended(failed(upstream), { sent: 2 });
    const write = { isWrite: true, harmless: false };
    expect(faultsOf(twice, broken, write)).toEqual(['nb_list over GET /notes sent the write 2 times']);
    expect(faultsOf(twice, broken, read)).toEqual([]);
    expect(faultsOf(twice, { ...broken, status: 401 }, write)).toEqual([]);
  });
});
