import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CallContext, type CommandWork, Failure } from '@core/mcp-kit';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { PortFactories } from '../mount/training-tools.ts';
import type { RosterWeek } from '../ports/index.ts';
import type { CoachStore } from '../store/coach-store.ts';
import { MEMORY } from '../store/database.ts';
import { openCoachStore } from '../store/open-coach-store.ts';
import { nothing } from '../testing/index.ts';
import { memoryPorts } from '../testing/memory-ports.ts';
import { trainingCommands } from './training-commands.ts';

const now = () => new Date('2026-10-14T06:00:00Z');
const week = (monday: string, load: number, form = 0): RosterWeek => ({
  athlete: { id: 'i45', name: 'Sarah' },
  week: monday,
  activities: 4,
  movingS: 18_000,
  load,
  fitness: { ctl: 50, atl: 50 - form },
  ramp: 1,
});

function emptyStore(): CoachStore {
  return openCoachStore({
    place: MEMORY,
    key: async () => new Uint8Array(32),
    login: async () => 'i1',
    log: { log: () => {} },
    now,
  });
}

/** Runs commands on a roster in memory, in a folder of their own. */
function terminal(
  store: CoachStore = emptyStore(),
  roster: readonly RosterWeek[] = [week('2026-10-05', 300), week('2026-10-12', 80, -38)],
) {
  const cwd = mkdtempSync(join(tmpdir(), 'commands-'));
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
  const made = { ...memoryPorts({ ...nothing, roster }, new Map()), store };
  const ports = Object.fromEntries(
    Object.entries(made).map(([name, port]) => [name, () => port]),
  ) as PortFactories<unknown>;
  const run = async (
    name: string,
    operands: readonly string[] = [],
    options: Record<string, string> = {},
    answers: boolean[] = [],
  ) => {
    const out: string[] = [];
    const err: string[] = [];
    const command = trainingCommands({ platform: 'Memory', ports }).find((each) => each.name === name)!;
    const self = async () => ({ id: 'i1', name: 'Coach', timeZone: 'UTC', units: 'metric' as const, isSelf: true });
    const defaults = Object.fromEntries((command.options ?? []).map((each) => [each.flag, each.default]));
    const work: CommandWork<unknown> = {
      ctx: {
        self,
        athlete: self,
        today: async () => '2026-10-14',
        now,
        progress: () => {},
      } as unknown as CallContext<unknown>,
      operands,
      option: (flag) => options[flag] ?? defaults[flag],
      cwd,
      print: (text) => out.push(text),
      tell: (text) => err.push(text),
      agrees: async () => answers.shift() ?? false,
    };
    const done = await (await command.load())(work);
    return { done, out: out.join('\n'), err: err.join('\n') };
  };
  return { run, cwd };
}

describe('digest', () => {
  it('tells the last whole week unless told another, and what changed since the one before', async () => {
    const store = emptyStore();
    const { run } = terminal(store);
    expect((await run('digest')).out).toContain('# Week 41, 5 Oct – 11 Oct 2026');
    const { out } = await run('digest', [], { week: 'this', format: 'json' });
    const data = JSON.parse(out) as { iso_week: string; athletes: { change: unknown }[] };
    expect(data.iso_week).toBe('2026-W42');
    expect(data.athletes[0]?.change).toMatchObject({ since: '2026-10-05' });
    expect(await store.list('snapshot')).toHaveLength(2);
  });

  it("goes by the coach's own bounds", async () => {
    const store = emptyStore();
    const { run } = terminal(store);
    expect((await run('digest')).out).toContain('Form is −38, under −30.');
    await store.put('threshold', { rule: 'form_low', value: -45 });
    expect((await run('digest')).out).not.toContain('Form is');
  });

  it('writes a page to a file that only its owner may read', async () => {
    const { run, cwd } = terminal();
    const { out, err } = await run('digest', [], { format: 'html', out: 'monday.html' });
    expect([out, err]).toEqual(['', `Written to ${join(cwd, 'monday.html')}`]);
    expect(readFileSync(join(cwd, 'monday.html'), 'utf8')).toMatch(/^<!doctype html>/);
    if (process.platform !== 'win32') expect(statSync(join(cwd, 'monday.html')).mode & 0o077).toBe(0);
  });

  it('refuses a week that is none, one that has not begun, and a file that cannot be', async () => {
    const { run } = terminal();
    await expect(run('digest', [], { week: 'soon' })).rejects.toMatchObject({ kind: 'bad_input' });
    await expect(run('digest', [], { week: '2026-W50' })).rejects.toMatchObject({ kind: 'bad_input' });
    await expect(run('digest', [], { out: 'no/such/folder.md' })).rejects.toMatchObject({ kind: 'bad_input' });
  });

  it('is there only where there is a roster, and coach only where there is a store', () => {
    const of = (ports: PortFactories<unknown>) => trainingCommands({ platform: 'x', ports }).map(({ name }) => name);
    const port = () => ({}) as never;
    expect(of({ activities: port })).toEqual([]);
    expect(of({ roster: port, calendar: port })).toEqual(['digest']);
    expect(of({ store: port })).toEqual(['coach']);
  });
});

describe('coach', () => {
  it('exports everything, readable', async () => {
    const store = emptyStore();
    await store.put('note', { athleteId: 'i45', day: '2026-10-14', text: 'knee' });
    const { run, cwd } = terminal(store);
    const { out, err } = await run('coach', ['export']);
    expect(JSON.parse(out)).toMatchObject({
      platform: 'Memory',
      login: 'i1',
      records: { note: [{ text: 'knee' }], goal: [], snapshot: [] },
    });
    expect(err).toContain('1 record, readable');
    await run('coach', ['export', 'all.json']);
    expect(readFileSync(join(cwd, 'all.json'), 'utf8')).toContain('knee');
  });

  it('erases when a person agrees, and not otherwise', async () => {
    const store = emptyStore();
    await store.put('alias', { athleteId: 'i45', name: 'S' });
    const { run } = terminal(store);
    expect(await run('coach', ['erase'])).toMatchObject({ done: false, err: 'Nothing was erased.' });
    expect(await run('coach', ['erase'], {}, [true])).toMatchObject({ done: true, err: '1 record erased.' });
    expect(await store.list('alias')).toEqual([]);
  });

  it('offers to remove a store that cannot be opened', async () => {
    let destroyed = 0;
    const locked: CoachStore = {
      ...emptyStore(),
      erase: async () => {
        throw new Failure('blocked', 'Another key', { next: 'x' });
      },
      destroy: async () => {
        destroyed += 1;
      },
    };
    const { run } = terminal(locked);
    expect(await run('coach', ['erase'], {}, [true, false])).toMatchObject({ done: false });
    expect(destroyed).toBe(0);
    expect(await run('coach', ['erase'], {}, [true, true])).toMatchObject({ done: true });
    expect(destroyed).toBe(1);
  });

  it('imports recipes of a folder', async () => {
    const store = emptyStore();
    const { run, cwd } = terminal(store);
    writeFileSync(join(cwd, 'oats.md'), '# Oats\nmilk');
    expect((await run('coach', ['import-recipes', '.'])).err).toBe('1 recipe added, 0 replaced, 0 left out.');
    expect(await store.list('recipe')).toHaveLength(1);
  });

  it.each([[[]], [['exprt']], [['import-recipes']], [['erase', 'all']], [['export', 'a', 'b']]])(
    'says what it can do for %j',
    async (operands) => {
      await expect(terminal().run('coach', operands)).rejects.toMatchObject({ kind: 'bad_input' });
    },
  );
});
