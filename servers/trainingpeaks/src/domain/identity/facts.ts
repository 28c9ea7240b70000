import { dayIn } from '@core/mcp-kit';
import type { WireUser } from '../../client/identity/wire.ts';
import { toAthletes, zoneOf } from './athlete.ts';
import { tierFor } from './tier.ts';

/** What `setup`, `auth status` and `doctor` say about the account. */
export function toFacts(wire: WireUser, now: Date): readonly string[] {
  const { user } = wire;
  const others = toAthletes(wire).length - 1;
  return [
    `account: ${tierFor(wire, user.personId, dayIn(zoneOf(user), now)) ?? 'tier unknown'}`,
    `time zone: ${zoneOf(user) ?? 'not set on TrainingPeaks, days are UTC'}`,
    ...(others > 0 ? [`athletes you coach: ${others}`] : []),
  ];
}
