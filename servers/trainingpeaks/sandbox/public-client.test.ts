import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedTrainingpeaks, serveTrainingpeaks } from './serve.ts';
import { type TestSandbox, testSandbox } from './testing/call.ts';

/**
 * Somebody else's client of the real service, pointed at the emulator: what it was written against has to be what it finds
 * here. `TP_PUBLIC_CLIENT` names a folder in which `npm install --ignore-scripts trainingpeaks-mcp@0.14.7` was run.
 */
const folder = process.env.TP_PUBLIC_CLIENT;
const entry = folder === undefined ? undefined : join(folder, 'node_modules/trainingpeaks-mcp/dist/mcp/stdio.js');
const present = entry !== undefined && existsSync(entry);
if (!present) {
  process.stderr.write('skipped: trainingpeaks-mcp 0.14.7 against the emulator, for want of TP_PUBLIC_CLIENT\n');
}

interface Answer {
  readonly result?: { readonly content: readonly { readonly text: string }[] };
}

interface PublicClient {
  call(tool: string, args?: Record<string, unknown>): Promise<string>;
  close(): void;
}

/** Both real hosts lead to the emulator; nothing else of the client is touched. */
const redirect = (url: string) =>
  `data:text/javascript,${encodeURIComponent(`
  const real = globalThis.fetch;
  const hosts = /^https:\\/\\/(tpapi\\.trainingpeaks\\.com|api\\.peakswaresb\\.com)/;
  globalThis.fetch = (input, init) => real(String(input).replace(hosts, ${JSON.stringify(url)}), init);
`)}`;

function start(url: string, token: string, home: string): PublicClient {
  mkdirSync(join(home, '.trainingpeaks-mcp'), { recursive: true });
  writeFileSync(join(home, '.trainingpeaks-mcp/auth-token.json'), JSON.stringify({ token }));
  const child: ChildProcessWithoutNullStreams = spawn(process.execPath, ['--import', redirect(url), entry ?? ''], {
    env: { PATH: process.env.PATH ?? '', HOME: home, TP_USERNAME: 'maja', TP_PASSWORD: 'unused' },
  });
  child.stderr.resume();
  const waiting = new Map<number, (answer: Answer) => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const answer = JSON.parse(line) as Answer & { id: number };
    waiting.get(answer.id)?.(answer);
  });
  let id = 0;
  const ask = (method: string, params: unknown) =>
    new Promise<Answer>((resolve) => {
      id += 1;
      waiting.set(id, resolve);
      child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`);
    });
  const clientInfo = { name: 'sandbox-test', version: '1' };
  const ready = ask('initialize', { protocolVersion: '2025-06-18', capabilities: {}, clientInfo });
  return {
    call: async (tool, args = {}) => {
      await ready;
      const answer = await ask('tools/call', { name: tool, arguments: args });
      return answer.result?.content.map(({ text }) => text).join('\n') ?? JSON.stringify(answer);
    },
    close: () => child.kill(),
  };
}

describe.skipIf(!present)('trainingpeaks-mcp 0.14.7 from npm, against the emulator', () => {
  let sandbox: TestSandbox;
  let served: ServedTrainingpeaks;
  let client: PublicClient;
  const home = mkdtempSync(join(tmpdir(), 'tp-public-client-'));
  const json = async <T>(tool: string, args?: Record<string, unknown>) =>
    JSON.parse(await client.call(tool, args)) as T;
  const yesterday = () => sandbox.me.workouts.between('2026-10-13', '2026-10-13')[0]!;

  beforeAll(async () => {
    sandbox = testSandbox();
    served = await serveTrainingpeaks(sandbox);
    client = start(served.url, await sandbox.token(), home);
  });
  afterAll(async () => {
    client.close();
    await served.close();
    rmSync(home, { recursive: true, force: true });
  });

  it('knows who signed in', async () => {
    expect(await json('get_user')).toMatchObject({
      athleteId: 1_200_001,
      timezone: 'Europe/Ljubljana',
      isPremium: true,
    });
  });

  it('lists workouts over more than a page of 90 days, with the loads of the simulator', async () => {
    const rows = await json<{ workoutDay: string; tssActual: number | null }[]>('get_workouts', {
      startDate: '2026-05-01',
      endDate: '2026-10-13',
    });
    const total = rows.reduce((sum, { tssActual }) => sum + (tssActual ?? 0), 0);
    let truth = 0;
    for (const { day } of sandbox.me.workouts.between('2026-05-01', '2026-10-13').filter(({ session }) => session)) {
      truth += rows.some(({ workoutDay }) => workoutDay.startsWith(day)) ? 0 : 1;
    }
    expect(truth).toBe(0);
    expect(total).toBeGreaterThan(5000);
  });

  it('reads a workout in detail', async () => {
    const row = sandbox.me.workouts.row(yesterday());
    expect(await json('get_workout_details', { workoutId: yesterday().id })).toMatchObject({
      title: row.title,
      metrics: { normalizedPower: row.normalizedPowerActual, averageHeartRate: row.heartRateAverage },
    });
  });

  it('reads fitness, with numbers for every day', async () => {
    const rows = await json<{ ctl: number; atl: number }[]>('get_fitness_data', {
      startDate: '2026-10-01',
      endDate: '2026-10-13',
    });
    expect(rows).toHaveLength(13);
    expect(rows.every(({ ctl, atl }) => ctl > 10 && atl > 10)).toBe(true);
  });

  it('reads records of a sport and of a workout', async () => {
    const best = sandbox.truth.bestPower(1200, '2020-01-01', '2026-10-14')!;
    const text = await client.call('get_peaks', { sport: 'Bike', type: 'power20min', startDate: '2020-01-01' });
    expect(text).toContain(String(Math.round(best.watts)));
    const workout = sandbox.me.workouts.list().find(({ session }) => session?.index === best.session.index);
    const { personalRecords } = await json<{ personalRecords: { type: string; rank: number }[] }>('get_workout_peaks', {
      workoutId: workout?.id,
    });
    expect(personalRecords).toContainEqual(expect.objectContaining({ type: 'power20min', rank: 1 }));
  });

  it('lists strength sessions from the second host', async () => {
    const text = await client.call('get_strength_workouts', { startDate: '2026-10-01', endDate: '2026-10-31' });
    expect(text).toContain('Back Squat');
  });

  it('finds the best power in the file that it downloads', async () => {
    const { session, intervals } = sandbox.truth.yesterday();
    expect(session.sensors.power).toBe(true);
    const text = await client.call('get_best_power', { workoutId: yesterday().id, durations: [720] });
    const hardest = Math.max(...intervals.map(({ doneWatts }) => doneWatts));
    const watts = Number(/"(?:bestPower|power|watts|bestPowerWatts)": ?([\d.]+)/.exec(text)?.[1]);
    expect(watts).toBeCloseTo(hardest, -1);
  });

  it('compares the recording with the plan that it downloads for a device', async () => {
    const { steps, overallCompliance, warnings } = await json<{
      steps: { plannedDuration: number; actualDuration: number }[];
      overallCompliance: { stepsPlanned: number };
      warnings: string[];
    }>('assess_compliance', { workoutId: yesterday().id });
    expect(warnings).toEqual([]);
    expect(overallCompliance.stepsPlanned).toBe(8);
    const work = steps.filter(({ plannedDuration }) => plannedDuration === 720);
    expect(work.map(({ actualDuration }) => actualDuration)).toEqual(
      sandbox.truth.yesterday().intervals.map(({ doneSeconds }) => doneSeconds),
    );
  });
});
