import { describe, expect, it } from 'vitest';
import { hintsOf } from '../../tool/effect.ts';
import { confusableTools, type DescribedTool, descriptionFaults, idsWithoutSource } from './description-faults.ts';

function tool(more: Partial<DescribedTool> = {}): DescribedTool {
  const { effect = 'read' } = more;
  return {
    name: 'icu_get_event',
    title: 'Event',
    description: 'One entry of the calendar with its steps.',
    effect,
    inputSchema: { type: 'object', properties: {} },
    annotations: { ...hintsOf(effect) },
    ...more,
  };
}

const taking = (properties: Record<string, unknown>) => tool({ inputSchema: { type: 'object', properties } });

describe('a description', () => {
  it('without a fault has none', () => {
    expect(descriptionFaults(tool())).toEqual([]);
  });

  it('has a title and all hints', () => {
    expect(descriptionFaults(tool({ title: ' ' }))).toEqual(['has no title']);
    expect(descriptionFaults(tool({ annotations: { readOnlyHint: true } }))).toHaveLength(3);
  });

  it('begins with what a user wants, in short', () => {
    expect(descriptionFaults(tool({ description: 'Calls the events endpoint.' }))).toEqual([
      'begins with how it works: Calls the events endpoint.',
    ]);
    expect(descriptionFaults(tool({ description: `${'word '.repeat(50)}end. Short.` }))).toEqual([
      'begins with a sentence of 254 characters',
    ]);
  });

  it('says of a deletion that it is for good', () => {
    expect(descriptionFaults(tool({ effect: 'delete', description: 'Deletes ONE event.' }))).toHaveLength(1);
    expect(descriptionFaults(tool({ effect: 'delete', description: 'Deletes ONE event for good.' }))).toEqual([]);
  });

  it('labels scales, in lists of objects too', () => {
    const nested = (name: string, description?: string) =>
      taking({
        days: { type: 'array', items: { type: 'object', properties: { [name]: { type: 'number', description } } } },
      });
    expect(descriptionFaults(nested('rpe'))).toEqual(['has a scale without ends: rpe']);
    expect(descriptionFaults(nested('rpe', '1 to 10'))).toEqual([]);
    expect(descriptionFaults(nested('rpe_1to10'))).toEqual([]);
  });
});

describe('the source of an id', () => {
  it('is an answer that gives it under the same name', () => {
    const given = new Set(['event_id']);
    expect(idsWithoutSource(taking({ event_id: {}, event_ids: {}, to_event_id: {} }), given)).toEqual([]);
    expect(idsWithoutSource(taking({ chat_id: {} }), given)).toEqual(['does not say where chat_id comes from']);
  });

  it('or is named by the parameter', () => {
    expect(idsWithoutSource(taking({ chat_id: { description: 'Of icu_get_chats' } }), new Set())).toEqual([]);
    expect(idsWithoutSource(taking({ chat_id: { description: 'A number' } }), new Set())).toHaveLength(1);
  });
});

describe('two descriptions', () => {
  const others = ['Races of a season.', 'Wellness by day.', 'Bikes and shoes.'].map((description, at) => ({
    name: `icu_other_${at}`,
    description,
  }));

  it('say different things', () => {
    expect(confusableTools(others)).toEqual([]);
    const alike = [
      { name: 'icu_a', description: 'Best power of a period.' },
      { name: 'icu_b', description: 'Best power of a period!' },
    ];
    expect(confusableTools([...alike, ...others])).toEqual([
      expect.stringMatching(/^icu_a and icu_b are described alike/),
    ]);
  });

  it('may be alike where one names the other', () => {
    const alike = [
      { name: 'icu_a', description: 'Best power of a period, not icu_b.' },
      { name: 'icu_b', description: 'Best power of a period.' },
    ];
    expect(confusableTools([...alike, ...others])).toEqual([]);
  });
});
