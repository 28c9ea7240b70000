import { endpoint, path } from '@core/mcp-kit/http';
import { Secret } from '@core/secrets';
import { describe, expect, it } from 'vitest';
import { createTrainingPeaksHttp } from './http.ts';

const commands = {
  applyplan: endpoint<object>()({
    method: 'POST',
    path: () => path`plans/v1/commands/applyplan`,
    body: (body) => body,
    response: 'none',
  }),
  'ApplyPlan of a later version': endpoint<object>()({
    method: 'POST',
    path: () => path`plans/v3/commands/ApplyPlan`,
    response: 'none',
  }),
  removeplan: endpoint<object>()({
    method: 'POST',
    path: () => path`plans/v1/commands/removeplan`,
    body: (body) => body,
    response: 'none',
  }),
};

describe('a command that deleted a plan once', () => {
  it.each(Object.entries(commands))('%s is refused with the incident before anything is sent', async (_, command) => {
    const sent: string[] = [];
    const http = createTrainingPeaksHttp(
      {
        settings: { baseUrl: undefined, allowBaseUrl: false, units: 'metric' },
        credential: async () => new Secret('V001-0123456789abcdef'),
        log: { log: () => {} },
        now: () => new Date(),
        fetch: async (input) => {
          sent.push(new Request(input).url);
          return Response.json({});
        },
      },
      '0.0.0',
    );
    const scope = { signal: new AbortController().signal, mayWrite: () => true };
    const refused = http.scoped(scope).send(command, { planId: 1 });
    await expect(refused).rejects.toMatchObject({ kind: 'blocked', message: expect.stringMatching(/2026-06-17.*139/) });
    expect(sent).toEqual([]);
  });
});
