import type { Ctx } from '../access.ts';
import { badRequest, brokenController, Refusal } from './refusal.ts';

/** An object of the service, in its own keys. */
export type Row = Record<string, unknown>;

/** The JSON of a body; undefined for none or for something else. */
export function parsed(ctx: Ctx): unknown {
  try {
    return JSON.parse(ctx.text()) as unknown;
  } catch {
    return undefined;
  }
}

/** The body as an object; what `otherwise` says for anything else. */
export function objectBody(ctx: Ctx, otherwise: () => Refusal = brokenController): Row {
  const value = parsed(ctx);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw otherwise();
  return value as Row;
}

/** A key whatever its case: the service binds `Value` and `value` alike. */
export function field(body: Row, name: string): unknown {
  const found = Object.keys(body).find((key) => key.toLowerCase() === name.toLowerCase());
  return found === undefined ? undefined : body[found];
}

/** A text under a key of any case. */
export function textField(body: Row, name: string): string {
  const value = field(body, name);
  if (typeof value !== 'string') throw badRequest(`The ${name} field is required.`);
  return value;
}

export function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

export function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** A whole number of the path; 404 for anything else, as a route of the service would not match. */
export function idOf(text: string | undefined): number {
  if (text === undefined || !/^-?\d+$/.test(text)) throw new Refusal(404);
  return Number(text);
}

/** One day of a path, `YYYY-MM-DD`; also with a time after it. */
export function dayOf(text: string | undefined): string {
  const day = /^(\d{4}-\d{2}-\d{2})/.exec(text ?? '')?.[1];
  if (day === undefined || Number.isNaN(Date.parse(`${day}T00:00:00Z`))) {
    throw badRequest('The request is invalid.');
  }
  return day;
}

/** Both ends of a window in a path, first day first. */
export function windowOf(ctx: Ctx): { from: string; to: string } {
  const from = dayOf(ctx.params.s);
  const to = dayOf(ctx.params.e);
  if (to < from) throw badRequest('Start date must be before end date.');
  return { from, to };
}

const MOUNTAIN_OFFSET_MS = 7 * 3_600_000;

/**
 * A wall-clock time of a body as the service keeps it. A time with a zone is turned into the service's own (mountain)
 * time, which moves midnight UTC to the day before.
 */
export function wallClock(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const found = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/.exec(value);
  if (!found) throw badRequest('The request is invalid.');
  const [, day = '', time = '00:00:00', zone] = found;
  if (zone === undefined) return `${day}T${time}`;
  return new Date(Date.parse(value) - MOUNTAIN_OFFSET_MS).toISOString().slice(0, 19);
}
