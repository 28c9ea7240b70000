import { describe, expect, it } from 'vitest';
import { provider } from '../provider.ts';
import { prompts } from './index.ts';

const tools = new Set(provider.tools.map(({ name }) => name));

describe('every prompt', () => {
  it.each(prompts.map((prompt) => [prompt.name, prompt] as const))('%s names tools that exist', (_, prompt) => {
    const text = prompt.render(Object.fromEntries(prompt.arguments.map(({ name }) => [name, `given ${name}`])));
    const named = text.match(/tp_\w+/g) ?? [];
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !tools.has(name))).toEqual([]);
    for (const { name } of prompt.arguments) expect(text).toContain(`given ${name}`);
  });

  it.each(prompts.map((prompt) => [prompt.name, prompt] as const))(
    '%s reads well without what may be left out',
    (_, { arguments: known, render }) => {
      const needed = known.filter(({ required }) => required).map(({ name }) => [name, 'x']);
      expect(render(Object.fromEntries(needed))).not.toContain('undefined');
    },
  );

  it('that ends in a write asks first', () => {
    const writing = provider.tools.filter(({ effect }) => effect !== 'read').map(({ name }) => name);
    for (const { name, render } of prompts) {
      const text = render({ athlete: 'a', workout_id: '1', from: '2026-10-19' });
      if (writing.some((tool) => text.includes(`${tool} `) || text.includes(`${tool}:`))) {
        expect(text, name).toMatch(/when I agree|After I agree/);
      }
    }
  });
});
