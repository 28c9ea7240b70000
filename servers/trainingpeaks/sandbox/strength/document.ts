import type { Row } from '../shape/body.ts';

/** The part of a session that the emulator looks into; everything else is carried along. */
export interface StrengthDocument {
  id: string;
  calendarId: number;
  prescribedDate: string;
  title: string;
  blocks: Block[];
  [key: string]: unknown;
}

export interface Block {
  id: string;
  blockType: string;
  title: string | null;
  isComplete: boolean;
  prescriptions: Prescription[];
  [key: string]: unknown;
}

export interface Prescription {
  id: string;
  exercise: { id: string; title: string; [key: string]: unknown };
  parameters: Row[];
  sets: StrengthSet[];
  [key: string]: unknown;
}

export interface StrengthSet {
  id: string;
  isComplete: boolean;
  parameterValues: Row[];
  [key: string]: unknown;
}

/** The header of a session that nobody has filled in. */
export function blankDocument(calendarId: number): Row {
  return {
    id: '',
    workoutType: 'StructuredStrength',
    workoutSubTypeId: null,
    calendarId,
    title: '',
    instructions: null,
    prescribedDate: null,
    prescribedStartTime: null,
    prescribedDurationInSeconds: null,
    executedDurationInSeconds: null,
    prescribedTss: null,
    prescribedIntensityFactor: null,
    completedTss: null,
    completedTssSource: null,
    completedIntensityFactor: null,
    completionSource: null,
    startDateTime: null,
    completedDateTime: null,
    lastUpdatedAt: null,
    compliancePercent: 0,
    complianceState: 'NoCompletion',
    structureCompliancePercent: null,
    durationCompliancePercent: null,
    tssCompliancePercent: null,
    rpe: null,
    feel: null,
    orderOnDay: 1,
    isLocked: false,
    isHidden: false,
    totalComments: 0,
    hasPrivateWorkoutNoteForCaller: false,
    files: [],
    snapshot: null,
    blocks: [],
  };
}

export interface Totals {
  readonly totalBlocks: number;
  readonly completedBlocks: number;
  readonly totalSets: number;
  readonly completedSets: number;
  readonly totalPrescriptions: number;
  readonly completedPrescriptions: number;
}

export function totalsOf({ blocks }: StrengthDocument): Totals {
  const prescriptions = blocks.flatMap((block) => block.prescriptions);
  const sets = prescriptions.flatMap((each) => each.sets);
  const done = (list: readonly StrengthSet[]) => list.length > 0 && list.every(({ isComplete }) => isComplete);
  return {
    totalBlocks: blocks.length,
    completedBlocks: blocks.filter((block) => done(block.prescriptions.flatMap((each) => each.sets))).length,
    totalSets: sets.length,
    completedSets: sets.filter(({ isComplete }) => isComplete).length,
    totalPrescriptions: prescriptions.length,
    completedPrescriptions: prescriptions.filter((each) => done(each.sets)).length,
  };
}

/** Compliance on every level, from the sets that are complete. A key `completed` changes nothing. */
export function recompute(document: StrengthDocument): void {
  for (const block of document.blocks) {
    for (const prescription of block.prescriptions) {
      prescription.compliancePercent = share(prescription.sets);
      prescription.setSummaryTemplate ??= '{Reps}';
    }
    const sets = block.prescriptions.flatMap((each) => each.sets);
    block.compliancePercent = share(sets);
    block.complianceState = stateOf(share(sets));
    block.isComplete = share(sets) === 100;
  }
  const all = document.blocks.flatMap((block) => block.prescriptions.flatMap((each) => each.sets));
  document.compliancePercent = share(all);
  document.structureCompliancePercent = all.length === 0 ? null : share(all);
  document.complianceState = stateOf(share(all));
  document.snapshot = totalsOf(document);
}

function share(sets: readonly StrengthSet[]): number {
  if (sets.length === 0) return 0;
  return (100 * sets.filter(({ isComplete }) => isComplete).length) / sets.length;
}

/** Only the first and the last were seen; what lies between is the emulator's word. */
function stateOf(percent: number): string {
  if (percent === 0) return 'NoCompletion';
  return percent >= 80 ? 'Compliant' : 'PartiallyCompliant';
}

/** A row of the calendar: the header, the totals, and the names of what is done. */
export function calendarRow(document: StrengthDocument): Row {
  const { blocks, snapshot: _, ...header } = document;
  return {
    ...header,
    ...totalsOf(document),
    sequenceSummary: blocks.flatMap((block, index) =>
      block.prescriptions.map(({ exercise, compliancePercent }) => ({
        sequenceOrder: String.fromCharCode(65 + index),
        title: exercise.title,
        compliancePercent,
      })),
    ),
  };
}
