export type { FieldName, MessageName } from '../profile/notation.ts';
export type { SubfieldName } from '../profile/subfields.ts';
export { type FitFieldValue, FitWriteError } from './encode-value.ts';
export {
  type ActivityToWrite,
  type RecorderToWrite,
  type SummaryToWrite,
  writeFitActivity,
} from './write-activity.ts';
export { type FitFields, type FitMessage, FitWriter, writeFit } from './write-fit.ts';
