import { inspect } from 'node:util';
import { connect, type TestAnswer } from '@core/mcp-kit/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { OWN_ID, rememberPeople } from '../sandbox/index.ts';
import { sandboxPlatform } from '../sandbox/platform.ts';
import { provider } from '../src/provider.ts';
import { testDesk } from './login-desk.ts';

const people = rememberPeople();

/** A connected server whose log keeps everything as it was handed over, before any redaction. */
function watched(
  answer: (request: Request) => Response | undefined = () => undefined,
  review: 'off' | 'visible' = 'off',
) {
  const platform = sandboxPlatform({ people, account: 'coach' });
  const raw: string[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    return answer(request) ?? platform.fetch(request);
  };
  const login = testDesk({ id: String(OWN_ID), name: 'Maja' }).desk;
  const server = connect(
    provider,
    { ...platform, fetch, login },
    {
      review,
      log: {
        log: (...line) =>
          raw.push(inspect(line, { depth: 12, maxStringLength: null, breakLength: Number.POSITIVE_INFINITY })),
      },
    },
  );
  return { ...server, raw, platform, cookie: platform.sandbox.cookie, world: platform.sandbox.emulator.state };
}

/** Everything that a model or a client gets of an answer. */
const shownBy = ({ structured, text, failure }: TestAnswer): string =>
  [JSON.stringify(structured), text, failure?.message, failure?.next].join('\n');

/** The canary: the cookie and every token, whole and in the forms in which they could slip through. */
function canaries(cookie: string, tokens: Iterable<string>): string[] {
  return [cookie, ...tokens].flatMap((secret) => [
    secret,
    secret.slice(0, 24),
    secret.slice(-24),
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64').slice(4, 40),
    Buffer.from(secret).toString('hex').slice(0, 48),
  ]);
}

function leaks(text: string, secrets: readonly string[]): string[] {
  return secrets
    .filter((secret) => text.includes(secret))
    .map((secret) => `${secret.slice(0, 8)}… in ${text.slice(0, 200)}`);
}

describe('the cookie and the token', () => {
  it('show in no answer, question, preview or raw log line of any tool', async () => {
    const server = watched();
    const seen: string[] = [];
    for (const { name, examples, effect } of provider.tools) {
      for (const example of examples) {
        seen.push(shownBy(await server.call(name, example)));
        if (effect !== 'read') seen.push(shownBy(await server.call(name, { ...example, dry_run: true })));
      }
    }
    const secrets = canaries(server.cookie, server.world.tokens.keys());
    expect(server.world.tokens.size).toBeGreaterThan(0);
    expect(server.world.forbiddenCalls).toEqual([]);
    expect(seen.length).toBeGreaterThan(provider.tools.length);
    expect(leaks(seen.join('\n'), secrets)).toEqual([]);
    expect(leaks(server.raw.join('\n'), secrets)).toEqual([]);
  });

  describe.each([
    ['refuses with a text that repeats them', (said: string) => new Response(said, { status: 400 })],
    ['breaks with a message that repeats them', (said: string) => Response.json({ message: said }, { status: 500 })],
    ['refuses the login with a text that repeats them', (said: string) => new Response(said, { status: 401 })],
    [
      'answers with a page that repeats them',
      (said: string) => new Response(said, { headers: { 'content-type': 'text/html' } }),
    ],
    [
      'answers with broken JSON that repeats them',
      (said: string) => new Response(`{"a": "${said}`, { headers: { 'content-type': 'application/json' } }),
    ],
    [
      'redirects to an address that repeats them',
      (said: string) =>
        new Response(null, { status: 302, headers: { location: `https://evil.example/?${encodeURIComponent(said)}` } }),
    ],
  ])('when the service %s', (_, answer) => {
    const seen: string[] = [];
    let secrets: string[] = [];
    beforeAll(async () => {
      const server = watched((request) => {
        const authorization = request.headers.get('authorization');
        if (authorization === null) return undefined;
        return answer(`you sent ${authorization} and ${authorization.slice(7)} and ${server.cookie}`);
      });
      for (const { name, examples } of provider.tools) seen.push(shownBy(await server.call(name, examples[0])));
      seen.push(server.redactor.redactText(server.raw.join('\n')));
      secrets = canaries(server.cookie, server.world.tokens.keys());
    });

    it('show in no failure, and in no line of the log', () => {
      expect(seen.length).toBe(provider.tools.length + 1);
      expect(leaks(seen.join('\n'), secrets)).toEqual([]);
    });
  });

  it('show in no failure of the exchange itself', async () => {
    for (const status of [200, 302, 400, 401, 403, 429, 500, 503]) {
      const server = watched((request) => {
        const said = request.headers.get('cookie');
        return said === null
          ? undefined
          : new Response(status === 302 ? null : said, { status, headers: { location: '/x' } });
      });
      const { failure } = await server.call('tp_get_profile');
      expect(failure?.kind).toMatch(/auth|upstream|contract|rate_limited/);
      const log = server.redactor.redactText(server.raw.join('\n'));
      expect(leaks(`${failure?.toText()}\n${log}`, canaries(server.cookie, []))).toEqual([]);
    }
  });

  it('are covered when somebody wrote them into a note', async () => {
    const server = watched();
    await server.call('tp_get_profile');
    const [token = ''] = server.world.tokens.keys();
    const { structured } = await server.call('tp_create_note', {
      date: '2026-11-02',
      title: `${token} ${server.cookie}`.slice(0, 200),
    });
    expect(leaks(JSON.stringify(structured), canaries(token, []).slice(0, 2))).toEqual([]);
  });
});
