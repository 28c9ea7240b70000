export type {
  Activity,
  ActivityEvent,
  ActivityFormat,
  DeveloperColumn,
  Device,
  DeviceThresholds,
  Length,
  RowRange,
  RrIntervals,
  Summary,
} from './activity/model.ts';
export { ActivityFileError, type Problem, type ProblemKind } from './activity/problem.ts';
export type { FieldValue } from './fit/field-value.ts';
export { FitActivity, type MessageCount } from './fit/fit-activity.ts';
export type { MessageOptions, MessageValues } from './fit/messages.ts';
export type { FieldName, MessageName } from './fit/profile/notation.ts';
export type { SubfieldName } from './fit/profile/subfields.ts';
export { readFit } from './fit/read.ts';
export { type FitOptions, type FitSamples, readFitSamples } from './fit/read-samples.ts';
export { type NamedActivity, readActivities, readActivity } from './read.ts';
export { readGpx } from './xml/gpx.ts';
export type { XmlOptions } from './xml/read-xml.ts';
export { readTcx } from './xml/tcx.ts';
