import type { Cell, FieldChange } from '@core/mcp-kit';
import { type DocumentBody, type WireDocument, type WireSession, wireDocument } from '../../client/strength/wire.ts';
import { recorded } from '../recorded.ts';
import { rounded } from '../workouts/rounding.ts';
import { blockLine, setCounts } from './lines.ts';

export const sessionColumns = [
  'workout_id',
  'date',
  'title',
  'planned_time_s',
  'time_s',
  'tss',
  'compliance_pct',
  'sets',
  'done_sets',
  'exercises',
] as const;

/** A session in a line. */
export function sessionRow(session: WireSession): Record<(typeof sessionColumns)[number], Cell> {
  return {
    workout_id: session.id,
    date: session.prescribedDate,
    title: session.title,
    planned_time_s: session.prescribedDurationInSeconds,
    time_s: session.executedDurationInSeconds,
    tss: rounded(session.completedTss, 1),
    compliance_pct: rounded(session.compliancePercent, 0),
    sets: session.totalSets,
    done_sets: session.completedSets,
    exercises: session.sequenceSummary.flatMap(({ title }) => title ?? []).join(', ') || null,
  };
}

/** A session without its blocks. */
export function shownHeader(document: WireDocument): Record<string, unknown> {
  const { sets, done } = setCounts(document.blocks);
  return recorded({
    workout_id: document.id,
    date: document.prescribedDate,
    start: document.prescribedStartTime?.slice(0, 5) ?? null,
    title: document.title,
    instructions: document.instructions === '' ? null : document.instructions,
    planned_time_s: document.prescribedDurationInSeconds,
    time_s: document.executedDurationInSeconds,
    planned_tss: rounded(document.prescribedTss, 1),
    tss: rounded(document.completedTss, 1),
    tss_source: document.completedTssSource,
    compliance: document.complianceState,
    compliance_pct: rounded(document.compliancePercent, 0),
    rpe_0to10_10_is_hardest: document.rpe,
    feel: document.feel,
    sets,
    done_sets: done,
    locked: document.isLocked === true ? true : null,
  });
}

/** How a session will read once it is stored. */
export const documentOf = (body: DocumentBody): WireDocument => wireDocument.parse(body);

/** What of a session differs, before and after. Blocks are compared line by line. */
export function sessionDiff(before: WireDocument | undefined, after: WireDocument): FieldChange[] {
  const fields = (document: WireDocument): Record<string, unknown> => {
    const { sets, done } = setCounts(document.blocks);
    return {
      date: document.prescribedDate,
      title: document.title,
      instructions: document.instructions === '' ? null : document.instructions,
      rpe: document.rpe,
      blocks: document.blocks.map(blockLine),
      done_sets: done === 0 ? null : `${done} of ${sets}`,
    };
  };
  const old = before === undefined ? {} : fields(before);
  return Object.entries(fields(after))
    .map(([field, value]) => ({ field, before: old[field] ?? null, after: value ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}

/** What a save should have kept and did not. */
export function lostInSave(sent: WireDocument, stored: WireDocument): string[] {
  return sessionDiff(stored, sent).map(
    ({ field, before, after }) =>
      `${field}: sent ${JSON.stringify(after)}, TrainingPeaks stored ${JSON.stringify(before)}.`,
  );
}
