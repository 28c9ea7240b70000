import { expect } from 'vitest';
import type { ClientAnswer, Connected } from './connections.ts';
import { factOf, type Known } from './facts.ts';
import type { Assertion, Budget, Journey, Served, ServerName } from './journey.ts';
import { filledIn, valueAt } from './paths.ts';
import { providers } from './servers.ts';

/** What a walk cost: bytes are those that a client gets, object and text. */
export interface Spent {
  readonly calls: number;
  readonly bytes: number;
}

/** Makes the calls of a journey one after another, and holds what came back against what is true. */
export async function walk(server: ServerName, served: Served, client: Connected, known: Known): Promise<Spent> {
  const answers: ClientAnswer[] = [];
  for (const { tool, args } of served.calls) {
    const structured = answers.map((answer) => answer.structured);
    const answer = await client.call(tool, filledIn(args, structured) as Record<string, unknown>);
    expect(answer.failed, `${server} ${tool}: ${answer.text}`).toBe(false);
    answers.push(answer);
  }
  for (const each of served.expect) {
    const { structured } = answers[(each.call ?? answers.length) - 1]!;
    hold(each, structured, known);
  }
  const bytes = answers.reduce(
    (sum, { structured, text }) => sum + Buffer.byteLength(JSON.stringify(structured)) + Buffer.byteLength(text),
    0,
  );
  return { calls: answers.length, bytes };
}

/** Holds what a question cost against its budget; `requests` is left out where the platform cannot be watched. */
export function expectWithin(budget: Budget, { calls, bytes, requests = 0 }: Spent & { requests?: number }): void {
  expect(calls, 'calls').toBeLessThanOrEqual(budget.calls);
  expect(bytes, 'bytes').toBeLessThanOrEqual(budget.bytes);
  expect(requests, 'requests to the platform').toBeLessThanOrEqual(budget.requests);
}

/** The long way round, in the names of a server. */
export function forbiddenIn(server: ServerName, { forbidden_tools }: Journey): string[] {
  return forbidden_tools.map((name) => `${providers[server].prefix}_${name}`);
}

function hold(each: Assertion, structured: Record<string, unknown>, known: Known): void {
  const found = valueAt(structured, each.path);
  const value = each.minus === undefined ? found : Number(found) - Number(valueAt(structured, each.minus));
  if (each.is !== undefined) holdValue(each, value, truthOf(each.is, known));
  if (each.contains !== undefined) expect(JSON.stringify(value), each.path).toContain(each.contains);
  if (each.length !== undefined) expect(value, each.path).toHaveLength(each.length);
  if (each.at_least !== undefined) expect(Number(value), each.path).toBeGreaterThanOrEqual(each.at_least);
}

function holdValue({ path, within = 0 }: Assertion, value: unknown, truth: unknown): void {
  if (typeof truth !== 'number') {
    expect(value, path).toEqual(truth);
    return;
  }
  expect(value, path).toBeTypeOf('number');
  // Sums of decimals end in noise; nobody rounds to a millionth.
  expect(Math.abs(Number(value) - truth), `${path} is ${value}, true is ${truth}`).toBeLessThanOrEqual(within + 1e-6);
}

function truthOf(is: unknown, known: Known): unknown {
  const asked = is as { readonly fact?: string; readonly of?: string } | null;
  return typeof asked === 'object' && asked?.fact !== undefined ? factOf(known, asked.fact, asked.of ?? '') : is;
}
