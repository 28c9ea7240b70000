import type { Athlete } from '@core/mcp-kit';
import type { WireUser } from '../../client/identity/wire.ts';
import { recorded } from '../recorded.ts';
import { tierFor } from './tier.ts';

/** What may be told of a person: no e-mail, no birthday, no address. */
export function profileOf(wire: WireUser, athlete: Athlete, today: string) {
  const { user } = wire;
  const entry = user.athletes.find(({ athleteId }) => athleteId === athlete.id);
  const tier = tierFor(wire, athlete.id, today);
  const ends = entry?.expireOn ?? (athlete.isSelf ? user.expireDate : null);
  const trialDays = entry?.premiumTrialDaysRemaining ?? (athlete.isSelf ? user.premiumTrialDaysRemaining : null);
  const others = user.athletes.filter(({ athleteId }) => athleteId !== user.personId).length;
  return {
    fields: recorded({
      id: athlete.id,
      name: athlete.name,
      you: athlete.isSelf,
      account: tier,
      account_ends: tier === 'basic' || tier === null ? null : (ends?.slice(0, 10) ?? null),
      account_ended: tier === 'basic' ? (ends?.slice(0, 10) ?? null) : null,
      trial_days_left: tier === 'trial' ? trialDays : null,
      may_be_downgraded: entry?.downgradeAllowed ?? null,
      last_upgrade: entry?.lastUpgradeOn?.slice(0, 10) ?? null,
      last_planned_workout: entry?.lastPlannedWorkout?.slice(0, 10) ?? null,
      time_zone: athlete.timeZone ?? null,
      coaches: athlete.isSelf && others > 0 ? others : null,
    }),
    notes: [
      ...(tier === 'basic' ? ['A basic account can plan today and tomorrow only, and lists fewer records.'] : []),
      ...(athlete.timeZone === undefined ? ['No time zone is set on TrainingPeaks: days are UTC.'] : []),
      ...(athlete.isSelf ? [] : ['Their time zone is not on the roster: days are counted in yours.']),
      ...(!athlete.isSelf && entry === undefined
        ? ['They are not on your roster (yet): only the id and the name are known.']
        : []),
    ],
  };
}
