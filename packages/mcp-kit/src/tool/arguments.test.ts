import { describe, expect, it } from 'vitest';
import { day } from '../dates/day.ts';
import { isFailure } from '../failure/failure.ts';
import * as z from '../schema/index.ts';
import { parseArguments } from './arguments.ts';
import { toolsFor } from './define.ts';
import { prepare } from './prepare.ts';

const tool = toolsFor<unknown>()('nb')({
  name: 'nb_find',
  title: 'Find',
  toolset: 'notes',
  effect: 'read',
  athleteScope: 'none',
  description: 'Finds.',
  input: z.object({
    activity_id: z.string().optional(),
    oldest: day.optional(),
    limit: z.number().int().min(1).max(50).optional(),
    sport: z.enum(['Ride', 'Run']).optional(),
    indoor: z.boolean().optional(),
    fields: z.array(z.string()).optional(),
    steps: z.array(z.object({ minutes: z.number() })).optional(),
  }),
  output: z.object({}),
  examples: [{ oldest: '2026-11-01', limit: 5 }],
  handler: async () => ({}),
});
const prepared = prepare(tool);
const parse = (sent: unknown) => parseArguments(prepared, sent);

function refused(sent: unknown): string {
  try {
    parse(sent);
  } catch (error) {
    if (isFailure(error) && error.kind === 'bad_input') return error.toText();
    throw error;
  }
  throw new Error('was accepted');
}

describe('a slip that can mean only one thing is put right', () => {
  it.each([
    ['a number as text', { limit: '5' }, { limit: 5 }],
    ['an id as a number', { activity_id: 123 }, { activity_id: '123' }],
    ['a datetime where a day is meant', { oldest: '2026-11-01T06:00:00' }, { oldest: '2026-11-01' }],
    ['enum case', { sport: 'ride' }, { sport: 'Ride' }],
    ['a boolean as text', { indoor: 'True' }, { indoor: true }],
    ['one value for a list', { fields: 'watts' }, { fields: ['watts'] }],
    ['a list with commas', { fields: 'watts, heartrate' }, { fields: ['watts', 'heartrate'] }],
    ['a list as JSON text', { steps: '[{"minutes":"20"}]' }, undefined],
    ['null for something optional', { sport: null, limit: 'null' }, {}],
    ['camelCase', { activityId: 'i1' }, { activity_id: 'i1' }],
    ['nothing at all', undefined, {}],
  ])('%s', (_, sent, expected) => {
    if (expected === undefined) expect(refused(sent)).toContain('"steps[0].minutes"');
    else expect(parse(sent)).toEqual(expected);
  });

  it('keeps zero and false', () => {
    expect(parse({ indoor: false })).toEqual({ indoor: false });
    expect(refused({ limit: 0 })).toContain('"limit"');
  });
});

describe('everything else is refused', () => {
  it('an unknown argument, with the nearest and all valid names and a call that works', () => {
    expect(refused({ limt: 5 })).toBe(
      'bad_input: Unknown argument "limt" (did you mean "limit"?); nb_find takes: activity_id, oldest, limit, sport, indoor, fields, steps. ' +
        'Next: correct the argument and call again; a call that works: nb_find {"oldest":"2026-11-01","limit":5}.',
    );
  });

  it.each([
    [
      'a date in another format',
      { oldest: '01/11/2026' },
      '"oldest": must be a day that exists, written YYYY-MM-DD, got "01/11/2026"',
    ],
    ['a day that does not exist', { oldest: '2026-02-30' }, '"oldest"'],
    ['a number out of range', { limit: 500 }, '"limit"'],
    ['an unknown enum value', { sport: 'Golf' }, '"sport"'],
    ['a list instead of named arguments', [1], 'takes an object of named arguments'],
  ])('%s', (_, sent, message) => {
    expect(refused(sent)).toContain(message);
  });

  it('without echoing control characters or long values', () => {
    const text = refused({ sport: `\u001b[31m${'x'.repeat(500)}` });
    expect(text).not.toContain('\u001b');
    expect(text.length).toBeLessThan(400);
  });
});

describe('a tool that always asks', () => {
  const removal = prepare(
    toolsFor<unknown>()('nb')({
      name: 'nb_remove',
      title: 'Remove',
      toolset: 'notes',
      effect: 'delete',
      athleteScope: 'none',
      description: 'Removes.',
      input: z.object({ note_id: z.string() }),
      output: z.object({}),
      examples: [{ note_id: '1' }],
      handler: async () => ({}),
    }),
  );

  it('lists no dry run, which every call of it is, and takes one all the same', () => {
    expect(Object.keys(removal.advertisedInput.properties as object)).toEqual(['note_id', 'preview_token']);
    expect(parseArguments(removal, { note_id: '1', dry_run: 'true' })).toEqual({ note_id: '1', dry_run: true });
  });
});
