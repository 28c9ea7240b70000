/**
 * instead: the handler does not run, the fault is the answer. reply: the handler runs and its answer is altered.
 * wire: the connection misbehaves.
 */
export type FaultStage = 'instead' | 'reply' | 'wire';

export type WireFault = 'refused' | 'reset' | 'closed-mid-body' | 'silence' | 'drip' | 'answer-lost';

export interface Fault {
  readonly id: string;
  /** What a person calls it. */
  readonly title: string;
  readonly stage: FaultStage;
  /** How many requests it hits unless told otherwise. */
  readonly times: number | 'always';
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly wire?: WireFault;
  /** The request may have changed state although the caller got no usable answer. */
  readonly writeApplied: boolean;
}

const status = (code: number, extra: Partial<Fault> = {}): Fault => ({
  id: `http-${code}`,
  title: String(code),
  stage: 'instead',
  times: 'always',
  status: code,
  writeApplied: false,
  ...extra,
});
const reply = (id: string, title: string): Fault => ({
  id,
  title,
  stage: 'reply',
  times: 'always',
  writeApplied: true,
});
const wire = (kind: WireFault, title: string, writeApplied: boolean): Fault => ({
  id: kind,
  title,
  stage: 'wire',
  times: 'always',
  wire: kind,
  writeApplied,
});

/** Every fault that a client must survive, in the order of the design's list. */
export const FAULTS: readonly Fault[] = [
  status(401, { id: 'http-401-once', title: '401 once', times: 1 }),
  status(401, { title: '401 for good' }),
  status(403),
  status(404),
  status(405),
  status(409),
  status(422),
  status(429, { id: 'http-429-retry-after', title: '429 with Retry-After', headers: { 'retry-after': '1' } }),
  status(429, { title: '429 without Retry-After' }),
  status(500),
  status(502),
  status(503),
  status(504),
  status(200, { id: 'html-200', title: 'HTML error page with status 200' }),
  wire('refused', 'connection refused', false),
  wire('reset', 'connection reset', false),
  wire('closed-mid-body', 'closed mid-body', true),
  wire('silence', '60 s of silence', false),
  wire('drip', 'slow drip', true),
  reply('truncated-json', 'truncated JSON'),
  reply('wrong-content-type', 'wrong content type'),
  reply('missing-field', 'a missing field'),
  reply('other-type', 'a field of another type'),
  reply('all-null', 'explicit nulls everywhere'),
  reply('nan-strings', '"NaN" strings'),
  reply('huge-ids', 'ids over 2^53'),
  reply('body-50mb', 'a 50 MB body'),
  status(307, {
    id: 'redirect-elsewhere',
    title: 'redirect to another host',
    headers: { location: 'https://elsewhere.invalid/' },
  }),
  reply('clock-skew', 'a clock 10 minutes off'),
  wire('answer-lost', 'answer lost after the write was applied', true),
];

/** A fault by its id. Throws RangeError with the known ids for another name. */
export function faultNamed(id: string): Fault {
  const fault = FAULTS.find((candidate) => candidate.id === id);
  if (!fault) throw new RangeError(`no fault named ${id}. Known: ${FAULTS.map((each) => each.id).join(', ')}`);
  return fault;
}
