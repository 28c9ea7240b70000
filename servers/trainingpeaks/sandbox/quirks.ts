/** What was seen in one place and not in another, or may happen: each can be switched while it runs. */
export interface Quirks {
  /** The answer to a token exchange: `token` alone, or with who it is beside it. */
  tokenShape: 'nested' | 'with-user';
  /** `expires_in` is left out. */
  tokenWithoutExpiry: boolean;
  /** The status of the answer to a cookie that is not good any more. */
  cookieRefusal: 401 | 403;
  /** `GET /users/v3/user` without the `user` around it. */
  unwrappedUser: boolean;
  /** Longest window of a workout list in days (`end - start`), and the status beyond it. */
  rangeLimitDays: number;
  rangeRefusal: number;
  /** `structure` written as an object instead of text. */
  objectStructure: 'accepted' | 'refused';
  /** A body with keys left out is refused with `No workout sent`. */
  refusesSparseWorkouts: boolean;
  /** A single workout comes as a list of one. */
  singleAsList: boolean;
  /** `GET` of the comment thread, which most accounts answer with 405. */
  commentThreadReadable: boolean;
  /** Samples come some reads after an upload. */
  importPending: number;
  /** Load that is planned for days to come counts in their fitness. */
  projectsPlannedLoad: boolean;
  /** Form of a day from the same day's fitness instead of the day before. */
  sameDayForm: boolean;
  /** `timeFrame` of a record. */
  timeFrame: 'object' | 'text';
  /** `calcsPending` for the records of a workout. */
  recordsPending: boolean;
  /** A library item can be put on the calendar by the service itself. */
  nativeScheduling: boolean;
  /** Samples of `detaildata` as `{ values }` instead of bare rows. */
  samplesAsObjects: boolean;
  /** No coming event is an empty 200 instead of a 404. */
  noEventIsEmpty: boolean;
  /** What was just created is named by `eventId` or `calendarNoteId` instead of `id`. */
  otherIdNames: boolean;
  /** Lists without content are null. */
  nullLists: boolean;
  /** Exercise parameters that an exercise does not declare are refused when strength is saved. */
  strictParameters: boolean;
  /** The peaksware host wants the web app's Origin. */
  strictOrigin: boolean;
  /** The answer to a host that the path does not live on. */
  strictHost: boolean;
  /** Everything answers 500. */
  outage: boolean;
  /** Everything answers 429; with `Retry-After` seconds, or without. */
  throttled: false | 'bare' | number;
  /** A coach meets athletes of colleagues in groups only, unless told otherwise. */
  colleaguesInRoster: boolean;
  /** The athlete who connected last is in groups already and not yet in the roster. */
  newcomerInRoster: boolean;
}

export const STARTING_QUIRKS: Readonly<Quirks> = {
  tokenShape: 'nested',
  tokenWithoutExpiry: false,
  cookieRefusal: 401,
  unwrappedUser: false,
  rangeLimitDays: 90,
  rangeRefusal: 400,
  objectStructure: 'accepted',
  refusesSparseWorkouts: false,
  singleAsList: false,
  commentThreadReadable: false,
  importPending: 0,
  projectsPlannedLoad: true,
  sameDayForm: false,
  timeFrame: 'object',
  recordsPending: false,
  nativeScheduling: false,
  samplesAsObjects: false,
  noEventIsEmpty: false,
  otherIdNames: false,
  nullLists: false,
  strictParameters: false,
  strictOrigin: false,
  strictHost: true,
  outage: false,
  throttled: false,
  colleaguesInRoster: false,
  newcomerInRoster: false,
};
