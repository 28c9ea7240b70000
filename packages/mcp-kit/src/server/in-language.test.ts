import { describe, expect, it } from 'vitest';
import { Failure } from '../failure/failure.ts';
import { answerInLanguage, failureInLanguage } from './in-language.ts';

const translate = (text: string) => (text === 'as planned' ? '按计划' : text);

describe('an answer in the user’s language', () => {
  it('translates sentences at any depth and in tables, and leaves what people wrote', () => {
    expect(
      answerInLanguage(
        {
          name: 'as planned',
          notes: ['as planned', 'other'],
          note: 'as planned',
          columns: ['why', 'comment'],
          rows: [['as planned', 'as planned']],
          inner: { method: 'as planned', count: 1, none: null },
        },
        translate,
        ['rows.comment'],
      ),
    ).toEqual({
      name: 'as planned',
      notes: ['按计划', 'other'],
      note: '按计划',
      columns: ['why', 'comment'],
      rows: [['按计划', 'as planned']],
      inner: { method: '按计划', count: 1, none: null },
    });
  });

  it('may be a failure, whose kind, wait and cause stay', () => {
    const cause = new Error('x');
    const failure = new Failure('rate_limited', 'as planned', { next: 'as planned', retryAfterSeconds: 3, cause });
    expect(failureInLanguage(failure, translate)).toMatchObject({
      kind: 'rate_limited',
      message: '按计划',
      next: '按计划',
      retryAfterSeconds: 3,
      cause,
    });
  });
});
