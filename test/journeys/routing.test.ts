import { describe, expect, it } from 'vitest';
import { catalogueOf } from '../../packages/mcp-kit/src/catalogue/index.ts';
import { ranked } from './lexical.ts';
import paraphrases from './paraphrases.json' with { type: 'json' };
import floors from './routing-floor.json' with { type: 'json' };
import { providers } from './servers.ts';

// A lexical test, no more: it fails when a description stops having the words that people use. Models read meaning, and
// choose better than counted words do; Chinese questions can only meet English descriptions in names and numbers.

describe.each(['intervals', 'trainingpeaks'] as const)('the words of questions in the tools of %s', (server) => {
  it('find the tool as often as they did: first, and among the first three', () => {
    const { prefix } = providers[server];
    const { tools } = catalogueOf(providers[server]);
    const documents = new Map(
      tools.map(({ name, title, description, inputSchema }) => [
        name.slice(prefix.length + 1),
        `${name.replaceAll('_', ' ')} ${title} ${description} ${JSON.stringify(inputSchema)}`,
      ]),
    );
    const asked = paraphrases.filter(({ means }) => documents.has(means));
    const places = asked.map(({ says, means }) => ({ says, means, order: ranked(says, documents) }));
    const top1 = places.filter(({ means, order }) => order[0] === means).length;
    const top3 = places.filter(({ means, order }) => order.slice(0, 3).includes(means)).length;
    const missed = places
      .filter(({ means, order }) => !order.slice(0, 3).includes(means))
      .map(({ says, means, order }) => `${says}: ${means}, got ${order.slice(0, 3).join(', ')}`);
    expect(top3 / asked.length, missed.join('\n')).toBeGreaterThanOrEqual(floors[server].top3);
    expect(top1 / asked.length, missed.join('\n')).toBeGreaterThanOrEqual(floors[server].top1);
  });
});
