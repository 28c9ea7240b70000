import { connect, type TestAnswer } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { sandboxPlatform } from '../sandbox/platform.ts';
import { provider } from '../src/provider.ts';

/** The mistakes that people and models make, each followed through: what `Next:` says is done, and it works. */

const platform = sandboxPlatform();
const server = connect(provider, platform);

/** The call that a `Next:` names, as `tool {json}`. */
function callIn(next: string): { tool: string; args: unknown } {
  const [, tool = '', args = ''] = /(icu_\w+) (\{.*\})/.exec(next) ?? [];
  return { tool, args: JSON.parse(args) };
}

function expectAnswer(answer: TestAnswer): void {
  expect(answer.failure?.toText()).toBeUndefined();
}

describe('a wrong key', () => {
  it('is an auth failure that names the command to run', async () => {
    const stranger = connect(provider, { ...platform, credentials: { api_key: 'not-the-key-000' } });
    const { failure } = await stranger.call('icu_get_recent_activities');
    expect(failure?.kind).toBe('auth');
    expect(failure?.next).toContain('npx @scope/intervals-mcp auth login');
  });
});

describe('a session that expires between two calls', () => {
  it('is an auth failure; the next call after a new login works', async () => {
    const own = sandboxPlatform();
    const session = connect(provider, own);
    expectAnswer(await session.call('icu_get_recent_activities', { days_back: 3 }));
    const renew = own.sandbox.emulator.faults.inject('http-401');
    const { failure } = await session.call('icu_get_recent_activities', { days_back: 5 });
    expect(failure?.kind).toBe('auth');
    expect(failure?.next).toContain('auth login');
    renew();
    expectAnswer(await session.call('icu_get_recent_activities', { days_back: 5 }));
  });
});

describe('an athlete', () => {
  it('that nobody is called is not found; left out, and by an id of the list, the call works', async () => {
    const { failure } = await server.call('icu_get_recent_activities', { athlete: 'Nobody Here' });
    expect(failure?.kind).toBe('not_found');
    expect(failure?.next).toMatch(/leave `athlete` out.*list of athletes/);
    expectAnswer(await server.call('icu_get_recent_activities'));
    const { structured } = await server.call('icu_list_athletes');
    const { columns, rows } = structured as { columns: string[]; rows: string[][] };
    const other = rows.map((row) => row[columns.indexOf('id')]).find((id) => id !== platform.sandbox.athleteId);
    const answer = await server.call('icu_get_recent_activities', { athlete: other });
    expectAnswer(answer);
    expect(answer.structured.athlete).toMatchObject({ id: other });
  });

  it('that could be two people is ambiguous; the id that the failure offers works', async () => {
    const { structured } = await server.call('icu_list_athletes');
    const { columns, rows } = structured as { columns: string[]; rows: string[][] };
    const initials = rows.map((row) => row[columns.indexOf('name')]![0]!);
    const shared = initials.find((initial, index) => initials.indexOf(initial) !== index);
    const { failure } = await server.call('icu_get_recent_activities', { athlete: shared });
    expect(failure?.kind).toBe('ambiguous');
    const id = /athlete: "([^"]+)"/.exec(failure?.next ?? '')?.[1];
    expectAnswer(await server.call('icu_get_recent_activities', { athlete: id }));
  });

  it('whom the key may not see is forbidden, never answered with somebody else', async () => {
    const { structured } = await server.call('icu_list_athletes');
    expect((structured.rows as unknown[][]).length).toBeGreaterThan(10);
    const hidden = platform.sandbox.emulator.state.athletes.find(({ permission }) => permission === 'NONE');
    const { failure } = await server.call('icu_get_recent_activities', { athlete: hidden?.id });
    expect(['forbidden', 'not_found']).toContain(failure?.kind);
  });
});

describe('an argument', () => {
  it.each([
    [
      'a day in another format',
      'icu_get_activities_by_date',
      { oldest: '14.10.2026', newest: '2026-10-14' },
      '"oldest"',
    ],
    ['a day that does not exist', 'icu_get_activities_by_date', { oldest: '2026-02-30' }, '"oldest"'],
    ['an unknown name', 'icu_get_recent_activities', { days: 7 }, 'did you mean "days_back"?'],
    ['a missing one', 'icu_get_activity_details', {}, '"activity_id" is required'],
    ['an unknown sport', 'icu_get_recent_activities', { sport: 'Quidditch' }, '"sport"'],
  ])('%s is refused by name, and the call that the failure shows works', async (_, tool, args, says) => {
    const { failure } = await server.call(tool, args);
    expect(failure?.kind).toBe('bad_input');
    expect(failure?.message).toContain(says);
    const next = callIn(failure?.next ?? '');
    expect(next.tool).toBe(tool);
    expectAnswer(await server.call(next.tool, next.args));
  });
});

describe('an id', () => {
  it.each([
    ['icu_get_activity_details', { activity_id: 'i1' }],
    ['icu_get_event', { event_id: '1' }],
  ])('that %s does not know is not found, with where ids come from', async (tool, args) => {
    const { failure } = await server.call(tool, args);
    expect(failure?.kind).toBe('not_found');
    expect(failure?.next.length).toBeGreaterThan(20);
  });
});

describe('a tool', () => {
  it('that does not exist is refused with the nearest one that does', async () => {
    const { failure } = await server.call('icu_get_recent_activity');
    expect(failure?.kind).toBe('bad_input');
    expectAnswer(await server.call(/use (icu_\w+)/.exec(failure?.next ?? '')?.[1] ?? ''));
  });
});
