import { type NoValue, none } from './metric.ts';

/** A refusal that names the first setting which is not a finite number above 0; null when all are. */
export function needPositive(settings: Readonly<Record<string, number>>): NoValue | null {
  for (const name of Object.keys(settings)) {
    const given = settings[name] as number;
    if (!(given > 0 && given < Number.POSITIVE_INFINITY))
      return none('bad_input', `${name} must be a number above 0, got ${given}`);
  }
  return null;
}
