import { createRedactor } from '@core/secrets';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { toolsFor } from '../tool/define.ts';
import { prepare } from '../tool/prepare.ts';
import { answer } from './answer.ts';
import { rowsShape, toRows } from './rows.ts';

const tool = prepare(
  toolsFor<unknown>()('nb')({
    name: 'nb_list',
    title: 'List',
    toolset: 'notes',
    effect: 'read',
    paged: { limit: 2, max: 10 },
    description: 'Lists.',
    input: z.object({}),
    output: z.object({ ...rowsShape, next: z.string().optional() }),
    examples: [{}],
    handler: async () => ({ columns: [], rows: [] }),
  }),
);
const textOf = (count: number) =>
  answer({
    prepared: tool,
    output: {
      ...toRows(
        Array.from({ length: count }, (_, n) => ({ n })),
        ['n'],
      ),
      next: 'nb_open {"n":0}',
    },
    athlete: undefined,
    args: {},
    limit: undefined,
    cursor: undefined,
    redactor: createRedactor(),
  }).text;

describe('the text of an answer', () => {
  it('names the next call as the structured answer does', () => {
    expect(textOf(1)).toContain('Next: nb_open {"n":0}');
  });

  it('names the next page instead while rows are left out', () => {
    expect(textOf(3)).toMatch(/1 of 3 rows left out\.\nNext: nb_list \{.*"cursor"/);
  });
});
