import { addDays, dayIn } from '@core/mcp-kit';
import type { WireRosterAthlete, WireUser } from '../../client/identity/wire.ts';

/** Who pays for an account: nobody (`basic`), its owner, the coach, or nobody yet (`trial`). */
export type Tier = 'basic' | 'premium' | 'coach-paid premium' | 'trial';

type Paid = Pick<WireRosterAthlete, 'expireOn' | 'userType' | 'premiumTrialDaysRemaining'>;

/**
 * The tier of a roster entry, by the rules that were checked against the web application. `null` when its end cannot be
 * read.
 */
function tierOf({ expireOn, userType, premiumTrialDaysRemaining }: Paid, today: string): Tier | null {
  if (premiumTrialDaysRemaining !== null && premiumTrialDaysRemaining > 0) return 'trial';
  if (expireOn === null || !/^\d{4}-\d\d-\d\d/.test(expireOn)) return null;
  if (expireOn.slice(0, 10) >= today) return 'premium';
  return userType === 1 ? 'coach-paid premium' : 'basic';
}

/**
 * The tier of anybody whom the login may see. The owner of a coach account may be missing in his own roster: then his
 * account itself tells. `null` for somebody of whom only the id is known.
 */
export function tierFor({ user }: WireUser, athleteId: string, today: string): Tier | null {
  const entry = user.athletes.find((each) => each.athleteId === athleteId);
  if (athleteId !== user.personId) return entry === undefined ? null : tierOf(entry, today);
  const premium = user.settings?.account?.isPremium;
  return (
    tierOf(entry ?? { ...user, expireOn: user.expireDate }, today) ??
    (premium === null || premium === undefined ? null : premium ? 'premium' : 'basic')
  );
}

/**
 * Why the service may refuse a plan on a day: a basic account plans today and tomorrow only, counted in UTC-6. `undefined`
 * when nothing speaks against it.
 */
export function planningLimit(tier: Tier | null, day: string, now: Date): string | undefined {
  if (tier !== 'basic') return undefined;
  const last = addDays(dayIn('Etc/GMT+6', now), 1);
  if (day <= last) return undefined;
  return `A basic account can plan until tomorrow (${last}) only: TrainingPeaks may refuse ${day}.`;
}
