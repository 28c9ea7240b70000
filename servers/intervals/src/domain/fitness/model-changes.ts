import type { FitnessChange } from '@core/metrics/load-changes';
import type { WireEvent } from '../../client/wire/event.ts';
import { eventDay } from '../calendar/event.ts';

/**
 * Calendar entries that change the fitness model: `FITNESS_DAYS` its time constants from then on, `SET_FITNESS` its values.
 * Values set before `oldest` are already in the platform's own numbers that a chart starts from.
 */
export function modelChanges(events: readonly WireEvent[], oldest: string): FitnessChange[] {
  return events.flatMap((event): FitnessChange[] => {
    const day = eventDay(event);
    if (day === null) return [];
    if (event.category === 'FITNESS_DAYS') return [{ day, ...constants(event) }];
    return event.category === 'SET_FITNESS' && day >= oldest ? [{ day, ...values(event) }] : [];
  });
}

function constants({ ctl_days, atl_days }: WireEvent) {
  return { ...(ctl_days !== null && { ctlDays: ctl_days }), ...(atl_days !== null && { atlDays: atl_days }) };
}

function values({ icu_ctl, icu_atl }: WireEvent) {
  return { ...(icu_ctl !== null && { ctl: icu_ctl }), ...(icu_atl !== null && { atl: icu_atl }) };
}
