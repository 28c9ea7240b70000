import type { RosterFacts } from './facts.ts';
import { type TriageRule, triageRules } from './triage-rules.ts';

export interface TriageFlag {
  readonly rule: string;
  readonly value: number;
  readonly bound: number;
  /** One plain sentence with the evidence. */
  readonly says: string;
}

export interface Triaged {
  readonly facts: RosterFacts;
  /** In the order of the rules; empty when nothing speaks for a look. */
  readonly flags: readonly TriageFlag[];
  /** Rules whose number was known. */
  readonly judged: number;
}

/** Bounds that a coach set instead of a rule's own, by rule id. */
export type Bounds = Readonly<Record<string, number>>;

/**
 * Judges every athlete by every rule. Those with flags come first: the more urgent the first flag, then the more flags;
 * equals stay in the order of the roster. There is no score.
 */
export function triage(roster: readonly RosterFacts[], bounds: Bounds = {}): readonly Triaged[] {
  return roster
    .map((facts) => judge(facts, bounds))
    .sort((a, b) => urgency(a) - urgency(b) || b.flags.length - a.flags.length);
}

function judge(facts: RosterFacts, bounds: Bounds): Triaged {
  const found = triageRules.map((rule) => ({ rule, value: rule.of(facts), bound: bounds[rule.id] ?? rule.bound }));
  const known = found.flatMap(({ rule, value, bound }) => (value === null ? [] : [{ rule, value, bound }]));
  return {
    facts,
    judged: known.length,
    flags: known
      .filter(({ rule, value, bound }) => (rule.beyond === 'above' ? value > bound : value < bound))
      .map(({ rule, value, bound }) => ({ rule: rule.id, value, bound, says: sentence(rule, value, bound, facts) })),
  };
}

function sentence(rule: TriageRule, value: number, bound: number, facts: RosterFacts): string {
  const digits = [1, 2, 3].find((each) => short(value, each) !== short(bound, each)) ?? 1;
  return rule.says(short(value, digits), short(bound, digits), facts);
}

/** As few digits as keep a number beyond its bound from looking equal to it. No sign of a rounded zero. */
function short(value: number, digits: number): string {
  return String(Math.round(value * 10 ** digits) / 10 ** digits + 0);
}

function urgency({ flags }: Triaged): number {
  const first = flags[0];
  return first === undefined ? triageRules.length : triageRules.findIndex(({ id }) => id === first.rule);
}
