import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { advertiseInput, advertiseOutput } from './advertise.ts';

describe('the input schema that a model sees', () => {
  it('is closed at the root and says nothing that goes without saying below it', () => {
    const schema = z.strictObject({
      name: z.string().min(1).max(80),
      values: z.record(z.string(), z.unknown()),
      nested: z.strictObject({ count: z.number().int().min(0) }),
    });
    expect(advertiseInput(schema)).toEqual({
      type: 'object',
      properties: {
        name: { type: 'string' },
        values: { type: 'object' },
        nested: { type: 'object', properties: { count: { type: 'integer' } }, required: ['count'] },
      },
      required: ['name', 'values', 'nested'],
      additionalProperties: false,
    });
  });

  it('keeps what values of a map must be', () => {
    const { properties } = advertiseInput(z.strictObject({ values: z.record(z.string(), z.number()) }));
    expect(properties).toEqual({ values: { type: 'object', additionalProperties: { type: 'number' } } });
  });
});

describe('the output schema that is published', () => {
  it('is open at every depth', () => {
    const schema = z.object({ item: z.object({ id: z.string() }) });
    expect(JSON.stringify(advertiseOutput(schema))).not.toContain('additionalProperties');
  });
});
