import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { beforeAll, describe, expect, it } from 'vitest';
import { routes } from './routes.ts';
import { type TestSandbox, testSandbox } from './testing/call.ts';

const SHARED = process.env.SHARED_DIR ?? join(import.meta.dirname, '../../../../shared');
const FILE = join(SHARED, 'data/intervals-openapi.json');
const here = existsSync(FILE);
if (!here) process.stderr.write(`skipped: the OpenAPI document is not at ${FILE}\n`);

/** Where the live service answers otherwise than its document, and the emulator follows the live service. */
const DEVIATIONS: Readonly<Record<string, string>> = {
  'GET /activity/{id}/power-histogram': 'live: a bare array of {min,max,secs}; document: Bucket',
  'GET /activity/{id}/hr-histogram': 'live: a bare array of {min,max,secs}; document: Bucket',
  'GET /activity/{id}/pace-histogram': 'live: a bare array of {min,max,secs}; document: Bucket',
  'GET /activity/{id}/gap-histogram': 'live: a bare array of {min,max,secs}; document: Bucket',
  'GET /activity/{id}/streams{ext?}': 'document says data is an object, live it is an array',
};

const EVENT = {
  category: 'WORKOUT',
  type: 'Ride',
  start_date_local: '2026-10-20T00:00:00',
  name: 'Ride',
  description: '- 1h 60%',
};
const WRITE_QUERY: Readonly<Record<string, string>> = {
  '/athlete/{athleteId}/sport-settings/{id}': '?recalcHrZones=false',
};

/** Writes whose answers have a shape. */
const WRITES: [string, string, unknown][] = [
  ['POST', '/athlete/{id}/events', EVENT],
  ['PUT', '/athlete/{id}/events/{eventId}', { name: 'Renamed' }],
  ['POST', '/athlete/{id}/events/bulk', [EVENT, { ...EVENT, category: 'NOTE' }]],
  ['PUT', '/athlete/{id}/events/bulk-delete', [{ id: 1 }]],
  ['POST', '/athlete/{id}/duplicate-events', { eventIds: [5000333], numCopies: 2, weeksBetween: 1 }],
  ['POST', '/athlete/{id}/events/{eventId}/mark-done', undefined],
  ['PUT', '/activity/{id}', { name: 'Renamed', icu_rpe: 7 }],
  ['DELETE', '/activity/{id}', undefined],
  ['PUT', '/activity/{id}/intervals', [{ start_index: 10, end_index: 500 }]],
  ['POST', '/activity/{id}/messages', { content: 'Well done' }],
  ['PUT', '/athlete/{id}/wellness/{date}', { weight: 64 }],
  ['POST', '/chats/send-message', { to_athlete_id: 'i300011', content: 'Hello' }],
  ['PUT', '/athlete/{athleteId}/sport-settings/{id}', { ftp: 250 }],
  ['POST', '/athlete/{id}/gear', { type: 'Bike', name: 'New' }],
  ['POST', '/athlete/{id}/gear/{gearId}/reminder', { name: 'Wax', distance: 300_000 }],
  ['POST', '/athlete/{id}/folders', { name: 'New', type: 'FOLDER' }],
  [
    'POST',
    '/athlete/{id}/activities/manual',
    { start_date_local: '2026-10-12T18:00:00', type: 'Yoga', name: 'Yoga', moving_time: 1800 },
  ],
  [
    'POST',
    '/athlete/{id}/custom-item',
    { type: 'INPUT_FIELD', name: 'Drink', content: { code: 'Drink', type: 'numeric' } },
  ],
];

interface Operation {
  responses?: Record<string, { content?: Record<string, { schema?: unknown }> }>;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown> };
}

let sandbox: TestSandbox;
let document: Document;
let ajv: Ajv;
let ids: Record<string, string>;

/** Every value may be null and every field may be missing; unknown formats are only names. */
function loosened(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(loosened);
  if (schema === null || typeof schema !== 'object') return schema;
  const copy = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, loosened(value)])) as Record<
    string,
    unknown
  >;
  if (typeof copy.$ref === 'string')
    return { anyOf: [{ type: 'null' }, { $ref: copy.$ref.replace('#/components/schemas/', 'doc#/$defs/') }] };
  if (typeof copy.type === 'string') copy.type = [copy.type, 'null'];
  if (Array.isArray(copy.enum)) copy.enum = [...copy.enum, null];
  // The document writes a map of anything as a map of objects.
  if (copy.additionalProperties) copy.additionalProperties = true;
  delete copy.format;
  delete copy.required;
  return copy;
}

beforeAll(async () => {
  if (!here) return;
  document = JSON.parse(readFileSync(FILE, 'utf8')) as Document;
  ajv = new Ajv({ strict: false, allErrors: true });
  ajv.addSchema({ $id: 'doc', $defs: loosened(document.components.schemas) as Record<string, object> });
  sandbox = testSandbox();
  const list = await sandbox.get<Record<string, unknown>[]>('/athlete/0/activities?oldest=2026-09-01&limit=40');
  const outdoor = list.find(
    (row) => row.type === 'Ride' && row.source !== 'STRAVA' && row.has_heartrate && row.device_watts,
  );
  const [folder] = await sandbox.get<Record<string, unknown>[]>('/athlete/0/folders');
  const [workout] = await sandbox.get<Record<string, unknown>[]>('/athlete/0/workouts');
  const [event] = await sandbox.get<Record<string, unknown>[]>('/athlete/0/events?category=WORKOUT');
  const item = await sandbox.call('POST', '/athlete/0/custom-item', { type: 'FITNESS_CHART', name: 'Mine' });
  ids = {
    activity: String(outdoor?.id),
    folderId: String(folder?.id),
    workoutId: String(workout?.id),
    eventId: String(event?.id),
    itemId: String(item.id),
  };
});

const QUERY: Readonly<Record<string, string>> = {
  '/athlete/{id}/activities': 'oldest=2026-09-20',
  '/athlete/{id}/activities/search': 'q=ride',
  '/athlete/{id}/activities/search-full': 'q=ride&limit=3',
  '/athlete/{id}/activities/interval-search': 'minSecs=500&maxSecs=800&minIntensity=80&maxIntensity=100&limit=3',
  '/athlete/{id}/power-curves{ext?}': 'type=Ride&curves=42d&subMaxEfforts=2',
  '/athlete/{id}/hr-curves{ext?}': 'type=Ride&curves=42d',
  '/athlete/{id}/pace-curves{ext?}': 'type=Run&curves=42d',
  '/athlete/{id}/activity-power-curves{ext?}': 'oldest=2026-10-01&newest=2026-10-14&type=Ride',
  '/athlete/{id}/activity-hr-curves{ext?}': 'oldest=2026-10-01&newest=2026-10-14',
  '/athlete/{id}/activity-pace-curves{ext?}': 'oldest=2026-10-01&newest=2026-10-14&type=Run',
  '/athlete/{id}/mmp-model': 'type=Ride',
  '/athlete/{id}/power-hr-curve': 'start=2026-09-01&end=2026-10-14',
  '/activity/{id}/best-efforts': 'stream=watts&duration=300',
  '/activity/{id}/interval-stats': 'start_index=10&end_index=400',
  '/athlete/{id}/wellness{ext?}': 'oldest=2026-10-01&newest=2026-10-20',
  '/athlete/{id}/events{ext?}': 'oldest=2026-10-01&newest=2026-11-20&resolve=true',
};

function concrete(path: string): string {
  const filled = path
    .replace('{ext?}', '')
    .replace('/activity/{id}', `/activity/${ids.activity}`)
    .replace('/sport-settings/{id}', '/sport-settings/Ride')
    .replace('/chats/{id}', '/chats/8100')
    .replace('/shared-event/{id}', '/shared-event/5501')
    .replace('{deviceClass}', 'desktop')
    .replace('{date}', '2026-10-10')
    .replace('{ids}', String(ids.activity))
    .replace('{gearId}', '71001')
    .replace('{route_id}', '4101')
    .replace('{other_id}', '4102')
    .replace(/\{(folderId|workoutId|eventId|itemId)\}/, (_, name: string) => ids[name] ?? '')
    .replace(/\/athlete\/\{(id|athleteId)\}/, '/athlete/0');
  const around = path.endsWith('activities-around') ? `activity_id=${ids.activity}&limit=2` : undefined;
  const query = around ?? QUERY[path];
  return query === undefined ? filled : `${filled}?${query}`;
}

/** The document's name for a route: `{ext?}` is `{ext}` or `{format}` there. */
function operationOf(method: string, path: string): Operation | undefined {
  const names = ['{ext}', '{format}', ''].map((hole) => path.replace('{ext?}', hole));
  const known = names.map((name) => document.paths[`/api/v1${name}`]?.[method.toLowerCase()]);
  return known.find((operation) => operation !== undefined);
}

describe.skipIf(!here)('against the published OpenAPI document', () => {
  it('every route of the emulator is an operation of the document', () => {
    const unknown = routes
      .filter((route) => !route.path.startsWith('//'))
      .filter((route) => operationOf(route.method, route.path) === undefined)
      .map((route) => `${route.method} ${route.path}`);
    expect(unknown).toEqual([]);
  });

  const reads = routes.filter(
    (route) =>
      route.method === 'GET' &&
      !route.path.startsWith('//') &&
      !DEVIATIONS[`GET ${route.path}`] &&
      !/\/(fit|gpx)?-?file$|\.zip$|download/.test(route.path),
  );
  it.each(reads.map((route) => [route.path]))('GET %s answers as documented', async (path) => {
    const schema = Object.values(operationOf('GET', path)?.responses?.['200']?.content ?? {})[0]?.schema;
    const response = await sandbox.send('GET', concrete(path));
    expect(response.status, await response.clone().text()).toBe(200);
    if (schema === undefined || !(response.headers.get('content-type') ?? '').includes('json')) return;
    const validate = ajv.compile(loosened(schema) as object);
    validate(await response.json());
    expect(validate.errors?.slice(0, 3) ?? []).toEqual([]);
  });

  it.each(WRITES)('%s %s answers as documented', async (method, path, body) => {
    sandbox.emulator.reset();
    const schema = Object.values(operationOf(method, path)?.responses?.['200']?.content ?? {})[0]?.schema;
    expect(schema, 'the document describes the answer').toBeDefined();
    const url = `${concrete(path)}${WRITE_QUERY[path] ?? ''}`;
    const response = await sandbox.send(method, url, body);
    expect(response.status, await response.clone().text()).toBe(200);
    const validate = ajv.compile(loosened(schema) as object);
    validate(await response.json());
    expect(validate.errors?.slice(0, 3) ?? []).toEqual([]);
  });

  it('every operation of the document has a route', () => {
    const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace('/api/v1', '')}`),
    );
    const answered = new Set(
      routes.flatMap((route) =>
        ['{ext}', '{format}', ''].map((hole) => `${route.method} ${route.path.replace('{ext?}', hole)}`),
      ),
    );
    expect(documented).toHaveLength(147);
    expect(documented.filter((name) => !answered.has(name))).toEqual([]);
  });
});
