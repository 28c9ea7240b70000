import { addDays } from '@core/sandbox/athlete';
import type { AthleteRecord } from '../athlete-record.ts';
import type { World } from '../world.ts';

/** Who pays for an account, in the service's numbers. */
export interface Tier {
  readonly userType: 1 | 4 | 6;
  readonly athleteType: number;
  readonly expireOn: string;
  readonly trialDays: number;
}

/** Premium by their own money, by the coach's, trial and basic: one of each early in every roster. */
export function tierOf(world: World, record: AthleteRecord): Tier {
  const today = record.today();
  const later = `${addDays(today, 220)}T00:00:00`;
  const earlier = `${addDays(today, -90)}T00:00:00`;
  const own = record.standing === 'self' ? world.options.account : undefined;
  const kind = own === undefined ? record.number % 4 : own === 'basic' ? 3 : own === 'trial' ? 2 : 1;
  switch (kind) {
    case 2:
      return { userType: 6, athleteType: 2, expireOn: `${addDays(today, 9)}T00:00:00`, trialDays: 9 };
    case 3:
      return { userType: 6, athleteType: 5, expireOn: earlier, trialDays: 0 };
    case 0:
      return { userType: 1, athleteType: 0, expireOn: earlier, trialDays: 0 };
    default:
      return { userType: 4, athleteType: 4, expireOn: later, trialDays: 0 };
  }
}
