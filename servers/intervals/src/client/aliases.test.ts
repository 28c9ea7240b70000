import { Failure } from '@core/mcp-kit';
import type { Endpoint, ScopedHttp } from '@core/mcp-kit/http';
import { describe, expect, it } from 'vitest';
import { subjectOf, withOwnIdForms } from './aliases.ts';

const read = { method: 'GET' } as Endpoint<{ athlete: string }, string>;
const write = { method: 'PUT' } as Endpoint<{ athlete: string }, string>;

/** A service that refuses one form of an id. */
function refusing(form: string, kind: 'forbidden' | 'not_found' = 'forbidden') {
  const asked: string[] = [];
  const send = async (_endpoint: unknown, params: unknown) => {
    const { athlete } = params as { athlete: string };
    asked.push(athlete);
    if (athlete === form) throw new Failure(kind, 'no', { next: 'no' });
    return athlete;
  };
  return { asked, http: { send } as unknown as ScopedHttp };
}

describe('the two ids of the owner', () => {
  it('reads once more with the other id when one is refused', async () => {
    const { asked, http } = refusing('i5');
    expect(await withOwnIdForms(http, { value: 'i5' }).send(read, { athlete: 'i5' })).toBe('0');
    expect(asked).toEqual(['i5', '0']);
    const zero = refusing('0');
    expect(await withOwnIdForms(zero.http, { value: 'i5' }).send(read, { athlete: '0' })).toBe('i5');
  });

  it('never sends a write twice', async () => {
    const { asked, http } = refusing('i5');
    await expect(withOwnIdForms(http, { value: 'i5' }).send(write, { athlete: 'i5' })).rejects.toThrow('no');
    expect(asked).toEqual(['i5']);
  });

  it('takes a refusal about somebody else for what it is', async () => {
    const { asked, http } = refusing('i9');
    await expect(withOwnIdForms(http, { value: 'i5' }).send(read, { athlete: 'i9' })).rejects.toThrow('no');
    expect(asked).toEqual(['i9']);
  });

  it('does not ask again after another kind of failure', async () => {
    const { asked, http } = refusing('i5', 'not_found');
    await expect(withOwnIdForms(http, { value: 'i5' }).send(read, { athlete: 'i5' })).rejects.toThrow('no');
    expect(asked).toEqual(['i5']);
  });
});

describe('subjectOf', () => {
  it('takes the two ids of the owner for one person, and what tells of everyone for nobody', () => {
    const own = { value: 'i204915' };
    expect(subjectOf({ athlete: 'i204915' }, own)).toBe(subjectOf({ athlete: '0' }, own));
    expect(subjectOf({ athlete: 'i300011' }, own)).toBe('i300011');
    expect(subjectOf({ athlete: 'i204915', everyone: true }, own)).toBeUndefined();
    expect(subjectOf({ chat: '8100' }, own)).toBeUndefined();
  });
});
