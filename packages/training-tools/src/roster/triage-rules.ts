import { READINESS_LIMITS } from '@core/metrics/readiness';
import { counted } from '../answer/counted.ts';
import type { RosterFacts } from './facts.ts';

/** A reason to look at an athlete, as data: what is looked at, its bound, and whose bound that is. */
export interface TriageRule {
  readonly id: string;
  /** What it asks, in plain words. */
  readonly asks: string;
  /** Flagged when the number is beyond it; coaches may set their own. */
  readonly bound: number;
  readonly beyond: 'above' | 'below';
  readonly unit: string;
  /** Where the bound comes from. */
  readonly source: string;
  /** The number of an athlete; `null` when it is not known, and then nothing is judged. */
  readonly of: (facts: RosterFacts) => number | null;
  /** One sentence with number and bound. */
  readonly says: (value: string, bound: string, facts: RosterFacts) => string;
}

const ratioToUsual = ({ lastWeekLoad, usualWeekLoad }: RosterFacts): number | null =>
  lastWeekLoad === null || usualWeekLoad === null || usualWeekLoad === 0 ? null : lastWeekLoad / usualWeekLoad;

const weekAgainstMonth = ({ lastWeekLoad, usualWeekLoad }: RosterFacts): string =>
  `${counted((lastWeekLoad ?? 0).toFixed(0), 'point')} against ${(usualWeekLoad ?? 0).toFixed(0)} in a usual week`;

/** Hours up to three days, days from there. */
const ageText = (hours: number | null, value: string): string =>
  hours === null || hours < 72 ? counted(value, 'hour') : counted(Math.floor(hours / 24), 'day');

/** The rules of `triage_roster` and of the digest, most urgent first. */
export const triageRules: readonly TriageRule[] = [
  {
    id: 'form_low',
    asks: 'Is form (CTL − ATL) very low?',
    bound: READINESS_LIMITS.form,
    beyond: 'below',
    unit: 'points',
    source: 'habit of coaching',
    of: ({ form }) => form,
    says: (value, bound) => `Form is ${value}, under ${bound}.`,
  },
  {
    id: 'ramp_high',
    asks: 'Does CTL rise fast?',
    bound: READINESS_LIMITS.rampRate,
    beyond: 'above',
    unit: 'points a week',
    source: 'habit of coaching',
    of: ({ ramp }) => ramp,
    says: (value, bound) => `CTL rose by ${value} in a week, over ${bound}.`,
  },
  {
    id: 'load_jump',
    asks: 'Was the last whole week much more than a usual one?',
    bound: READINESS_LIMITS.workloadRatio,
    beyond: 'above',
    unit: 'times a usual week',
    source: 'Gabbett 2016; disputed as a predictor of injury',
    of: ratioToUsual,
    says: (value, bound, facts) => `Last week was ${value} × usual, over ${bound}: ${weekAgainstMonth(facts)}.`,
  },
  {
    id: 'load_drop',
    asks: 'Was the last whole week much less than a usual one?',
    bound: 0.5,
    beyond: 'below',
    unit: 'times a usual week',
    source: 'choice of this library',
    of: ratioToUsual,
    says: (value, bound, facts) => `Last week was ${value} × usual, under ${bound}: ${weekAgainstMonth(facts)}.`,
  },
  {
    id: 'no_training',
    asks: 'Have whole weeks passed without an activity?',
    bound: 0,
    beyond: 'above',
    unit: 'weeks',
    source: 'choice of this library',
    of: ({ emptyWeeks }) => emptyWeeks,
    says: (value) => `Nothing recorded for ${counted(value, 'whole week')}.`,
  },
  {
    id: 'missed_sessions',
    asks: 'Were planned sessions of the week left out?',
    bound: 1,
    beyond: 'above',
    unit: 'sessions',
    source: 'choice of this library',
    of: ({ missed }) => missed,
    says: (value, bound) =>
      `${counted(value, 'planned session of the week has', 'planned sessions of the week have')} no activity, over ${bound}.`,
  },
  {
    id: 'reply_waiting',
    asks: 'Does a message wait for an answer?',
    bound: 48,
    beyond: 'above',
    unit: 'hours',
    source: 'choice of this library',
    of: ({ waitingHours }) => waitingHours,
    says: (value, bound, { waitingHours }) =>
      `A message has waited for ${ageText(waitingHours, value)}, over ${counted(bound, 'hour')}.`,
  },
  {
    id: 'not_seen',
    asks: 'Has the athlete stayed away from the platform?',
    bound: 10,
    beyond: 'above',
    unit: 'days',
    source: 'choice of this library',
    of: ({ daysUnseen }) => daysUnseen,
    says: (value, bound) => `Not seen for ${counted(value, 'day')}, over ${bound}.`,
  },
];
