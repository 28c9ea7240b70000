import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tamper } from './answers.ts';
import { faultNamed } from './list.ts';

const altered = async (id: string, value: unknown, field?: string) => {
  const response = await tamper(
    { fault: faultNamed(id), scope: field === undefined ? {} : { field } },
    Response.json(value),
  );
  return response.text();
};

describe('altered answers', () => {
  it('all-null leaves no leaf but null, in any document', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const leaves: unknown[] = [];
        JSON.parse(await altered('all-null', value), (_, inner) => {
          if (inner === null || typeof inner !== 'object') leaves.push(inner);
          return inner;
        });
        expect(leaves.every((leaf) => leaf === null)).toBe(true);
      }),
    );
  });

  it('nan-strings touches numbers only', async () => {
    expect(JSON.parse(await altered('nan-strings', { a: 1, b: 'x', c: [2.5, null], d: false }))).toEqual({
      a: 'NaN',
      b: 'x',
      c: ['NaN', null],
      d: false,
    });
  });

  it('missing-field and other-type aim at the named field', async () => {
    const rows = [{ id: 1, load: 5 }, { id: 2 }];
    expect(JSON.parse(await altered('missing-field', rows, 'load'))).toEqual([{ id: 1 }, { id: 2 }]);
    expect(JSON.parse(await altered('other-type', rows, 'load'))).toEqual([
      { id: 1, load: { unexpected: [true] } },
      { id: 2 },
    ]);
  });

  it('what is not JSON is left alone', async () => {
    const response = await tamper({ fault: faultNamed('all-null'), scope: {} }, new Response('a,b\n1,2\n'));
    expect(await response.text()).toBe('a,b\n1,2\n');
  });

  it('an unknown fault is named with the known ones', () => {
    expect(() => faultNamed('x')).toThrow(/no fault named x. Known: http-401-once/);
  });
});
