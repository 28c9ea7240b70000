export type { Athlete, AthleteSource } from './athlete/athlete.ts';
export { findAthlete } from './athlete/find-athlete.ts';
export type { Change, FieldChange } from './confirm/change.ts';
export { addDays, day, dayIn, daysBetween, dayWithWeekday, isDay } from './dates/day.ts';
export { earlierOf, laterOf, type Window, windowOf } from './dates/window.ts';
export { Failure, type FailureDetails, type FailureKind, failureKinds, isFailure } from './failure/failure.ts';
export { outcomeOf, type Part, partOf } from './failure/part.ts';
export { type CallFiles, type FileLink, fileShape, type SavedFile } from './files/call-files.ts';
export type { FileUse } from './files/files.ts';
export {
  type BaseUrlRules,
  checkBaseUrl,
  createHttp,
  type EncodedPath,
  type Endpoint,
  type ErrorAnswer,
  type Explanation,
  endpoint,
  type ForbiddenEndpoint,
  type Http,
  type HttpOptions,
  isLoopback,
  type Pacing,
  path,
  type QueryValue,
  type ResponseForm,
  type ScopedHttp,
  type WireList,
  wire,
} from './http/index.ts';
export type { Logger, LogLevel } from './log/logger.ts';
export type { LocalData } from './provider/local-data.ts';
export type { Prompt, PromptArgument } from './provider/prompt.ts';
export {
  type Connection,
  type ConnectOptions,
  type CredentialFinder,
  type CredentialSpec,
  type DemoSandbox,
  defineProvider,
  type FoundLogin,
  type LoginCheck,
  type LoginDesk,
  type Machine,
  type Provider,
  type SearchedPlace,
  type SettingSpec,
} from './provider/provider.ts';
export type { CommandWork, ProviderCommand, ProviderOption } from './provider/provider-command.ts';
export type { Resource } from './provider/resource.ts';
export type { Delivery, WebhookSpec } from './provider/webhook.ts';
export { present, presentedName, type UnitSystem } from './quantity/present.ts';
export { noted, notesShape, skippedNote } from './respond/notes.ts';
export { renderText } from './respond/render-text.ts';
export { type Cell, type Rows, rowsShape, toRows } from './respond/rows.ts';
export { type EvenSeries, evenSeries, type RecordedSeries, type SeriesWindow } from './respond/series.ts';
export { closest } from './selection/closest.ts';
export type { CallContext, CallScope } from './server/call-context.ts';
export {
  type AthleteScope,
  type Paging,
  type SharedOrigin,
  type Tool,
  type ToolSpec,
  toolsFor,
} from './tool/define.ts';
export type { Effect } from './tool/effect.ts';
