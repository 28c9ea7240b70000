export { compareWithDoc, type Difference } from './compare.ts';
export { type CompiledText, compileToText } from './compile.ts';
export { type DeviceNote, deviceNotes } from './devices.ts';
export type { DocStep, DocTarget, Resolved, WorkoutDoc, ZoneTime } from './doc.ts';
export { fromWorkoutDoc } from './from-doc.ts';
export type { Lint, LintCode } from './lint.ts';
export { type ParsedText, parseWorkoutText, toWorkoutDoc } from './parse.ts';
export { resolveDoc } from './resolve.ts';
export {
  DEFAULT_PACE_ZONES,
  DEFAULT_POWER_ZONES,
  type IntervalsSettings,
  intervalsSettings,
  type PaceUnits,
  type SportSettingsWire,
  type TargetFamily,
} from './settings.ts';
export { docStrain } from './total.ts';
