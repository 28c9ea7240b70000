import { type Failure, isFailure } from '@core/mcp-kit';
import { FAULTS, type Fault } from '@core/sandbox';
import { beforeAll, describe, expect, it } from 'vitest';
import { type SandboxPlatform, sandboxPlatform } from '../sandbox/platform.ts';
import type { IgpsportPort } from '../src/client/index.ts';
import { connectPort, openScope } from './port.ts';

type Port = IgpsportPort;

/** One operation of the port, and the upstream operation that the fault hits. */
interface Operation {
  readonly name: string;
  /** The region that has it; `cn` unless told. */
  readonly region?: 'intl';
  readonly where: 'service' | 'store';
  readonly method: string;
  readonly path: RegExp;
  readonly write: boolean;
  /** Lists of what may be empty: an answer of nulls is then an answer. */
  readonly run: (port: Port, ride: string) => Promise<unknown>;
}

const course = { title: 'Fault', description: '', structure: [{ type: 'Step' }] };
const fit = Uint8Array.from({ length: 64 }, (_, index) => [0x2e, 0x46, 0x49, 0x54][index - 8] ?? 0);
const read = (name: string, path: RegExp, run: Operation['run']): Operation => ({
  name,
  where: 'service',
  method: 'GET',
  path,
  write: false,
  run,
});
const write = (name: string, path: RegExp, run: Operation['run']): Operation => ({
  name,
  where: 'service',
  method: 'POST',
  path,
  write: true,
  run,
});

/** What the international service does by other addresses or other parameters; the rest is one code for both. */
const international: readonly Operation[] = [
  read('list', /queryMyActivity/, (port) => port.activities.list({ limit: 20 })),
  read('statistics', /getMemberDataStatistics/, (port) =>
    port.profile.statistics({ day: '2026-10-14', type: 2, sport: -1 }),
  ),
  read('workouts', /CustomWorkout/, (port) => port.workouts.list()),
  read('training', /UserIntervalInfo/, (port) => port.profile.training()),
  { ...read('login', /auth\/account\/login/, (port) => port.profile.user()), method: 'POST' },
  write('save', /EditCustomWorkOut/, (port) => port.workouts.save({ course })),
].map((operation) => ({ ...operation, region: 'intl' }));

const operations: readonly Operation[] = [
  read('list', /queryMyActivity/, (port) => port.activities.list({ limit: 20 })),
  read('detail', /queryActivityDetail/, (port, ride) => port.activities.detail({ ride })),
  read('laps', /queryActivityLap/, (port, ride) => port.activities.laps({ ride })),
  read('file address', /getDownloadUrl/, (port, ride) => port.activities.file({ ride })),
  {
    name: 'file',
    where: 'store',
    method: 'GET',
    path: /./,
    write: false,
    run: (port, ride) => port.activities.file({ ride }),
  },
  read('training', /UserIntervalInfo/, (port) => port.profile.training()),
  read('user', /UserInfo$/, (port) => port.profile.user()),
  read('statistics', /getMemberDataStatistics/, (port) =>
    port.profile.statistics({ day: '2026-10-14', type: 2, sport: -1 }),
  ),
  read('segments', /queryMyCollect/, (port) => port.segments.collected({ page: 1, rows: 20 })),
  read('segment', /segments\/detail/, (port) => port.segments.get({ segment: '70110021' })),
  read('efforts', /segments-score/, (port) => port.segments.ownEfforts({ segment: '70110021' })),
  read('ranking', /segments\/rank/, (port) =>
    port.segments.ranking({ segment: '70110021', page: 1, rows: 5, period: 1 }),
  ),
  read('top', /topRecords/, (port) => port.segments.topRecords({ segment: '70110021' })),
  read('workouts', /GetWorkOutList/, (port) => port.workouts.list()),
  read('workout', /GetWorkOutDetail/, (port) => port.workouts.get({ workout: '500321' })),
  { ...read('login', /auth\/account\/login/, (port) => port.profile.user()), method: 'POST' },
  write('save', /EditCustomWorkOut/, (port) => port.workouts.save({ course })),
  write('delete', /CustomWorkOutDel/, (port) => port.workouts.remove({ workout: '500321' })),
  write('announce', /uploadByOss/, (port) => port.activities.upload({ fileName: 'a.fit', bytes: fit })),
  {
    name: 'put',
    where: 'store',
    method: 'PUT',
    path: /./,
    write: true,
    run: (port) => port.activities.upload({ fileName: 'a.fit', bytes: fit }),
  },
  ...international,
];

const deadlineMs = 2_500;
/** Faults after which the answer is whole, or whole enough to be read tolerantly. */
const mayAnswer = new Set([
  ...['http-401-once', 'http-429-retry-after', 'drip', 'clock-skew', 'huge-ids', 'nan-strings'],
]);
/** Bodies that no reader looks into: files, and the answer of the file store to a file. */
const alterations = new Set(['truncated-json', 'wrong-content-type', 'missing-field', 'other-type', 'all-null']);

/** An emulator for each operation, so that all of them can fail at once; what it simulates is simulated before. */
const platforms = new Map<Operation, SandboxPlatform>();
let ride = '';
beforeAll(async () => {
  for (const operation of operations) {
    const platform = sandboxPlatform({ days: 60, region: operation.region ?? 'cn' });
    platforms.set(operation, platform);
    const { port } = connectPort({}, { platform });
    ride ||= (await port.activities.list({ limit: 1 })).items[0]?.rideId ?? '';
    // A file that is no ride is refused: that is its answer.
    await operation.run(port, ride).catch(() => undefined);
  }
}, 60_000);

interface End {
  readonly failure: Failure | undefined;
  readonly answer: unknown;
  readonly crash: unknown;
  readonly sent: number;
  readonly ms: number;
}

async function suffer(fault: Fault, operation: Operation): Promise<End> {
  const platform = platforms.get(operation);
  if (platform === undefined) throw new Error('no platform');
  const { connection, sandbox, world } = connectPort({}, { platform });
  sandbox.emulator.faults.clear();
  sandbox.storage.faults.clear();
  world.courses.replace('500321', course);
  const emulator = operation.where === 'store' ? sandbox.storage : sandbox.emulator;
  const port = connection.port(openScope(AbortSignal.timeout(deadlineMs)));
  if (operation.name !== 'login') await port.account();
  emulator.faults.inject(fault.id, { method: operation.method, path: operation.path });
  const before = emulator.requests.length;
  const started = performance.now();
  const end = await operation.run(port, ride).then(
    (answer) => ({ failure: undefined, answer, crash: undefined }),
    (error: unknown) =>
      isFailure(error)
        ? { failure: error, answer: undefined, crash: undefined }
        : { failure: undefined, answer: undefined, crash: error },
  );
  const ms = performance.now() - started;
  const sent = emulator.requests
    .slice(before)
    .filter(({ method, path }) => method === operation.method && operation.path.test(path)).length;
  return { ...end, sent, ms };
}

function maySucceed(fault: Fault, { where, name, method }: Operation): boolean {
  if (mayAnswer.has(fault.id)) return true;
  // An announced file and a file put there are answered with nothing that is read.
  return where === 'store' && alterations.has(fault.id) && (method === 'PUT' || name === 'file');
}

describe.each(FAULTS.map((fault) => [fault.title, fault] as const))('%s', (_, fault) => {
  it('ends every operation in time, as a failure with a next step, and never repeats a write', {
    timeout: 30_000,
  }, async () => {
    const ends = await Promise.all(
      operations.map(async (operation) => ({ operation, ...(await suffer(fault, operation)) })),
    );
    const wrong = ends.flatMap(({ operation, failure, crash, sent, ms }) => {
      const name = `${operation.region ?? 'cn'} ${operation.name}`;
      const faults: string[] = [];
      if (ms > deadlineMs + 2_500) faults.push(`${name} took ${Math.round(ms)} ms`);
      if (crash !== undefined) faults.push(`${name} crashed: ${String(crash)}`);
      if (failure?.kind === 'internal')
        faults.push(`${name} has a defect: ${failure.toText()} ${String(failure.cause)}`);
      if (failure !== undefined && failure.next.length < 10) faults.push(`${name} gives no next step`);
      if (operation.write && sent > (fault.id === 'http-401-once' || fault.id === 'http-401' ? 2 : 1))
        faults.push(`${name} was sent ${sent} times`);
      if (failure === undefined && crash === undefined && !maySucceed(fault, operation))
        faults.push(`${name} succeeded`);
      return faults;
    });
    expect(wrong).toEqual([]);
  });

  it.runIf(fault.writeApplied && !mayAnswer.has(fault.id))(
    'leaves the outcome of a write open',
    { timeout: 30_000 },
    async () => {
      const writes = operations.filter((operation) => operation.write && !maySucceed(fault, operation));
      const ends = await Promise.all(
        writes.map(async (operation) => ({ operation, ...(await suffer(fault, operation)) })),
      );
      expect(ends.map(({ operation, failure }) => `${operation.name}: ${failure?.kind}`)).toEqual(
        writes.map(({ name }) => `${name}: ambiguous_write`),
      );
    },
  );
});
