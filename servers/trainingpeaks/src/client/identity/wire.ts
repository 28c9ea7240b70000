import * as z from '@core/mcp-kit/schema';
import { flag, id, integer, list, maybe, optionalId, text } from '../blocks.ts';

const wireAccess = z.object({ access_token: z.string().min(1), expires_in: integer });

/** What the cookie is exchanged for: wrapped in `token`, or bare. `null` when the service says that there is none. */
export const wireToken = z.union([
  wireAccess,
  z
    .object({ success: flag, token: maybe(wireAccess) })
    .transform(({ success, token }) => (success === false ? null : token)),
]);

export type WireToken = z.output<typeof wireToken>;

/** One line of a roster: somebody whose calendar the account may open. */
export const wireRosterAthlete = z.object({
  athleteId: id,
  firstName: text,
  lastName: text,
  email: text,
  userName: text,
  coachedBy: optionalId,
  userType: integer,
  athleteType: integer,
  expireOn: text,
  premiumTrial: flag,
  premiumTrialDaysRemaining: integer,
  downgradeAllowed: flag,
  downgradeAllowedOn: text,
  lastUpgradeOn: text,
  lastPlannedWorkout: text,
});

export type WireRosterAthlete = z.output<typeof wireRosterAthlete>;

const wireAccount = z.object({
  isPremium: flag,
  isAthlete: flag,
  isCoached: flag,
  coachType: integer,
  userType: integer,
});

/** The person who signed in. Addresses, phone numbers and the like are not read. */
const wireSignedIn = z.object({
  userId: optionalId,
  personId: id,
  userName: text,
  email: text,
  firstName: text,
  lastName: text,
  fullName: text,
  userType: integer,
  isAthlete: flag,
  expireDate: text,
  premiumTrial: flag,
  premiumTrialDaysRemaining: integer,
  timeZone: text,
  settings: maybe(z.object({ account: maybe(wireAccount) })),
  athletes: list(wireRosterAthlete),
});

const wireAccountStatus = z.object({ isCoach: flag, isCoachedAthlete: flag, isAthlete: flag, isPremium: flag });

/** The user wrapped in `user`, as now, or bare, as in older captures. */
export const wireUser = z.union([
  z.object({ user: wireSignedIn, accountStatus: maybe(wireAccountStatus) }),
  wireSignedIn.transform((user) => ({ user, accountStatus: null })),
]);

export type WireUser = z.output<typeof wireUser>;
