import { setTimeout as wait } from 'node:timers/promises';
import { Secret } from '@core/secrets';
import * as z from 'zod';
import { checkBaseUrl } from '../src/http/base-url.ts';
import { createHttp } from '../src/http/create-http.ts';
import { endpoint } from '../src/http/endpoint.ts';
import type { ScopedHttp } from '../src/http/http.ts';
import { path } from '../src/http/path.ts';
import { defineProvider, type Provider } from '../src/provider/provider.ts';
import { rowsShape, toRows } from '../src/respond/rows.ts';
import { toolsFor } from '../src/tool/define.ts';

/** A platform with one athlete and a lap counter: small enough to know every answer, real enough to test the command line. */
export interface ToySettings {
  readonly baseUrl: string | undefined;
  readonly loud: boolean;
}

export const goodKey = 'toy-key-0123456789abcdef';

const whoAmI = endpoint<void>()({
  method: 'GET',
  path: () => path`me`,
  response: z.object({ id: z.string(), name: z.string() }),
});
const listLaps = endpoint<void>()({
  method: 'GET',
  path: () => path`laps`,
  response: z.array(z.object({ lap: z.number(), power_w: z.number().nullable(), note: z.string() })),
});
const addLap = endpoint<{ power_w: number }>()({
  method: 'POST',
  path: () => path`laps`,
  body: (lap) => lap,
  response: z.object({ lap: z.number() }),
});

const tool = toolsFor<ScopedHttp>()('toy');

export const toyTools = [
  tool({
    name: 'toy_list_laps',
    title: 'List laps',
    toolset: 'laps',
    effect: 'read',
    description: 'Lists laps with their mean power.',
    input: z.object({ slow: z.boolean().optional() }),
    output: z.object({
      ...rowsShape,
      coverage: z.object({ laps: z.number(), with_power: z.number() }),
      mean_power_w: z.number(),
    }),
    examples: [{}],
    handler: async (ctx, { slow }) => {
      for (let step = 0; slow === true && step < 3; step += 1) {
        ctx.progress(step, 3, 'counting');
        await wait(20);
      }
      const laps = await ctx.port.send(listLaps, undefined);
      const powers = laps.flatMap(({ power_w }) => (power_w === null ? [] : [power_w]));
      return {
        ...toRows(laps, ['lap', 'power_w', 'note']),
        coverage: { laps: laps.length, with_power: powers.length },
        mean_power_w: powers.reduce((sum, power) => sum + power, 0) / powers.length,
      };
    },
  }),
  tool({
    name: 'toy_add_lap',
    title: 'Add a lap',
    toolset: 'laps',
    effect: 'create',
    description: 'Adds a lap.',
    input: z.object({ power_w: z.number().min(0).max(2500) }),
    output: z.object({ lap: z.number() }),
    examples: [{ power_w: 250 }],
    handler: async (ctx, { power_w }) => {
      await ctx.confirm({
        summary: `Add a lap of ${power_w} W`,
        diff: [{ field: 'power_w', before: null, after: power_w }],
        seenByOthers: true,
      });
      return ctx.port.send(addLap, { power_w });
    },
  }),
  tool({
    name: 'toy_delete_laps',
    title: 'Delete every lap',
    toolset: 'danger',
    effect: 'delete',
    description: 'Deletes every lap.',
    input: z.object({}),
    output: z.object({ deleted: z.number() }),
    examples: [{}],
    handler: async (ctx) => {
      await ctx.confirm({ summary: 'Delete every lap', diff: [] });
      return { deleted: 3 };
    },
  }),
];

export const toyProvider: Provider<ScopedHttp, ToySettings> = defineProvider<ScopedHttp, ToySettings>({
  id: 'toy',
  prefix: 'toy',
  platform: 'Toy Track',
  packageName: '@scope/toy-mcp',
  bin: 'toy-mcp',
  version: '1.2.3',
  websiteUrl: 'https://toy.test',
  credentials: [
    {
      name: 'api_key',
      title: 'API key',
      env: 'TOY_API_KEY',
      where: 'Toy Track, Settings, Developer.',
      finder: {
        flag: 'from-drawer',
        title: 'a drawer of this house',
        choices: ['kitchen', 'cellar'],
        find: async function* (choice, { env }) {
          for (const drawer of ['kitchen', 'cellar'].filter((name) => choice === 'auto' || choice === name)) {
            const held = env[`DRAWER_${drawer.toUpperCase()}`];
            if (held === 'stuck') yield { where: `the ${drawer}`, problem: 'the drawer is stuck' };
            else if (held !== undefined) yield { where: `the ${drawer}`, secret: new Secret(held) };
          }
        },
      },
    },
  ],
  settings: {
    baseUrl: {
      flag: 'base-url',
      env: 'TOY_BASE_URL',
      description: 'Another address of the service',
      schema: z.string().optional(),
    },
    loud: {
      flag: 'loud',
      env: 'TOY_LOUD',
      description: 'Answer in capitals',
      schema: z.boolean().default(false),
    },
  },
  tools: toyTools,
  defaultToolsets: ['laps'],
  resources: [],
  prompts: [],
  instructions: 'Laps are counted from 1.',
  connect: ({ settings, credential, log, now, fetch }) => {
    const http = createHttp({
      service: 'Toy Track',
      baseUrl: checkBaseUrl({ fixed: 'https://toy.test', override: settings.baseUrl }),
      authorize: async (headers) => headers.set('authorization', `Bearer ${(await credential('api_key')).reveal()}`),
      account: async () => (await credential('api_key')).fingerprint(),
      loginCommand: 'npx -y @scope/toy-mcp auth login',
      log,
      now,
      pacing: { gapMs: 0, concurrency: 2 },
      ...(fetch !== undefined && { fetch }),
    });
    const self = async (scope: Parameters<typeof http.scoped>[0]) => {
      const { id, name } = await http.scoped(scope).send(whoAmI, undefined);
      return { id, name, timeZone: 'Europe/Berlin', units: 'metric' as const, isSelf: true };
    };
    return {
      port: http.scoped,
      athletes: (scope) => ({ self: () => self(scope), list: async () => [await self(scope)] }),
      check: async (scope) => {
        const { id, name } = await self(scope);
        return { athleteName: name, athleteId: id, facts: ['laps: 3'] };
      },
    };
  },
  demo: async () => ({
    fetch: toyPlatform(),
    now: () => new Date('2026-03-01T08:00:00Z'),
    credentials: { api_key: goodKey },
    settings: {},
  }),
});

/** The platform behind it, as a `fetch`. `requests` collects what was asked. */
export function toyPlatform(requests: string[] = []): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    requests.push(`${request.method} ${new URL(request.url).pathname}`);
    if (request.method === 'HEAD') return new Response(null, { headers: { date: new Date().toUTCString() } });
    if (request.headers.get('authorization') !== `Bearer ${goodKey}`) return Response.json({}, { status: 401 });
    if (request.url.endsWith('/me')) return Response.json({ id: 't1', name: 'Ada Toy' });
    if (request.method === 'POST') return Response.json({ lap: 4 });
    return Response.json([
      { lap: 1, power_w: 200, note: 'warm up' },
      { lap: 2, power_w: 301.5, note: 'hard, with 東京 in the note' },
      { lap: 3, power_w: null, note: 'no power meter' },
    ]);
  };
}
