import type { Cell } from '@core/mcp-kit';
import type { WireDocument } from '../../client/strength/wire.ts';
import { rounded } from '../workouts/rounding.ts';
import { valuesOf } from './lines.ts';
import { setsText } from './sets.ts';

export const historyColumns = ['date', 'workout_id', 'exercise', 'planned', 'executed', 'top_kg', 'volume_kg'] as const;

const KG_PER_LB = 0.453_592_37;

/** What was planned and done of one exercise in a session. Load is counted over the sets that were done. */
export function historyRows(document: WireDocument, isIt: (title: string) => boolean): Record<string, Cell>[] {
  return document.blocks
    .flatMap(({ prescriptions }) => prescriptions)
    .filter(({ exercise }) => isIt(exercise?.title ?? ''))
    .map(({ exercise, sets }) => {
      const planned = sets.map((set) => valuesOf(set, 'prescribedValue'));
      const done = sets.filter(({ isComplete }) => isComplete === true).map((set) => valuesOf(set, 'executedValue'));
      const weights = done.map(kilograms);
      const lifted = weights.filter((weight) => weight !== null);
      const volumes = done.map((set, index) => product(repetitions(set), weights[index] ?? null));
      return {
        date: document.prescribedDate,
        workout_id: document.id,
        exercise: exercise?.title ?? null,
        planned: setsText(planned),
        executed: done.length === 0 ? null : setsText(done),
        top_kg: lifted.length === 0 ? null : rounded(Math.max(...lifted), 1),
        volume_kg:
          done.length === 0 || volumes.includes(null)
            ? null
            : rounded(
                volumes.reduce<number>((sum, volume) => sum + (volume ?? 0), 0),
                0,
              ),
      };
    });
}

type Values = Readonly<Record<string, string | null>>;

function number(text: string | null | undefined): number | null {
  return text !== null && text !== undefined && /^\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

/** Both sides together; `null` without a weight that is one number. */
function kilograms(set: Values): number | null {
  const kg = number(set.WeightKg) ?? twice(number(set.WeightPerSideKg));
  const lb = number(set.WeightLb) ?? twice(number(set.WeightPerSideLb));
  return kg ?? product(lb, KG_PER_LB);
}

const repetitions = (set: Values) => number(set.Reps) ?? twice(number(set.RepsPerSide));
const twice = (value: number | null) => product(value, 2);
const product = (one: number | null, other: number | null) => (one === null || other === null ? null : one * other);
