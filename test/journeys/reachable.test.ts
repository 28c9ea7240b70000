import { describe, expect, it } from 'vitest';
import { providers, serverNames } from './servers.ts';

// Proves that no tool asks for something that no other tool hands out, and that no text sends a model to a tool that is
// not there. It does not prove that a model finds the way.

/** Where the ids of a parameter come from, in at most two calls; the name says what it is an id of. */
const idsFrom: Readonly<Record<string, RegExp>> = {
  activity: /activities|workouts|find_similar/,
  workout: /workouts|library/,
  event: /calendar|events|readiness/,
};

describe.each(serverNames)('%s', (server) => {
  const { tools, prefix } = providers[server];

  it('has for every kind of id a tool that needs no id and lists it', () => {
    for (const [kind, lists] of Object.entries(idsFrom)) {
      const asked = tools.some(({ input }) => `${kind}_id` in input.shape);
      const listed = tools.some(
        ({ name, effect, input }) =>
          effect === 'read' &&
          lists.test(name) &&
          Object.entries(input.shape).every(
            ([key, schema]) => !key.endsWith('_id') || schema.safeParse(undefined).success,
          ),
      );
      expect(listed || !asked, `${kind}_id on ${server}`).toBe(true);
    }
  });

  it('names only tools that it has, in descriptions and instructions', () => {
    const known = new Set(tools.map(({ name }) => name));
    const texts = [providers[server].instructions, ...tools.map(({ description }) => description)];
    const named = texts.flatMap((text) => text.match(new RegExp(`\\b${prefix}_[a-z0-9_]+[a-z0-9]`, 'g')) ?? []);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });
});
