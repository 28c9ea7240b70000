import type { WireUser } from '../../client/identity/wire.ts';
import { toAthletes } from './athlete.ts';

/** What `setup`, `auth status` and `doctor` say about the account. */
export function toFacts(wire: WireUser): readonly string[] {
  const { user } = wire;
  const others = toAthletes(wire).length - 1;
  return [
    `time zone: ${user.timeZone ?? 'not set on TrainingPeaks, days are UTC'}`,
    ...(others > 0 ? [`athletes you coach: ${others}`] : []),
  ];
}
