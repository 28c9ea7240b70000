import { isFailure } from '@core/mcp-kit';
import type { Endpoint, ScopedHttp, WireList } from '@core/mcp-kit/http';
import type { OwnId } from './aliases.ts';
import { type Bound, bound } from './bound.ts';
import * as activities from './endpoints/activities.ts';
import * as activityEdits from './endpoints/activity-edits.ts';
import * as athletes from './endpoints/athletes.ts';
import * as chats from './endpoints/chats.ts';
import * as curves from './endpoints/curves.ts';
import * as customItems from './endpoints/custom-items.ts';
import * as events from './endpoints/events.ts';
import * as eventsMany from './endpoints/events-many.ts';
import * as files from './endpoints/files.ts';
import * as forecast from './endpoints/forecast.ts';
import * as gear from './endpoints/gear.ts';
import * as intervals from './endpoints/intervals.ts';
import * as library from './endpoints/library.ts';
import * as messages from './endpoints/messages.ts';
import * as plans from './endpoints/plans.ts';
import * as plots from './endpoints/plots.ts';
import * as roster from './endpoints/roster.ts';
import * as routes from './endpoints/routes.ts';
import * as settings from './endpoints/settings.ts';
import * as summary from './endpoints/summary.ts';
import * as tags from './endpoints/tags.ts';
import * as weather from './endpoints/weather.ts';
import * as wellness from './endpoints/wellness.ts';
import * as wellnessDays from './endpoints/wellness-days.ts';
import type { WireActivity, WireActivityHit, WireActivityRow } from './wire/activity.ts';
import type { WireAthlete, WireProfile } from './wire/athlete.ts';
import type { WireHrCurves, WirePaceCurves, WirePowerCurves } from './wire/curve.ts';
import type { WireEvent } from './wire/event.ts';
import type { WireIntervals } from './wire/interval.ts';
import type { WireMessage } from './wire/message.ts';
import type { WireRosterAthlete } from './wire/roster.ts';
import type { WireBestEfforts, WireStream } from './wire/stream.ts';
import type { WireWellness } from './wire/wellness.ts';

type Params<E> = E extends Endpoint<infer P, unknown> ? P : never;

/**
 * Intervals.icu as tools see it: one function an operation, wire shapes out. An athlete is named by id; `0` is the
 * owner of the key.
 *
 * @throws Failure, of every kind of the HTTP client.
 */
export interface IntervalsPort {
  readonly athletes: {
    readonly profile: (params: Params<typeof athletes.getProfile>) => Promise<WireProfile>;
    /** `fresh` skips the cache: for a name that was not found. */
    readonly list: (options?: { readonly fresh?: boolean }) => Promise<WireList<WireAthlete>>;
  };
  readonly activities: {
    readonly list: (params: Params<typeof activities.listActivities>) => Promise<WireList<WireActivityRow>>;
    readonly search: (params: Params<typeof activities.searchActivities>) => Promise<WireList<WireActivityHit>>;
    readonly get: (params: Params<typeof activities.getActivity>) => Promise<WireActivity>;
    /** Those of them that are there and shown; a `get` of each is then answered without a request. */
    readonly getSeveral: (params: Params<typeof activities.getActivities>) => Promise<WireList<WireActivity>>;
    readonly getToChange: (params: Params<typeof activities.getActivityToChange>) => Promise<WireActivity>;
    readonly intervals: (params: Params<typeof activities.getIntervals>) => Promise<WireIntervals>;
    /** None for an activity without samples; that it exists is for the caller to know. */
    readonly streams: (params: Params<typeof activities.getStreams>) => Promise<WireList<WireStream>>;
    readonly bestEfforts: (params: Params<typeof activities.getBestEfforts>) => Promise<WireBestEfforts>;
    readonly messages: (params: Params<typeof messages.listMessages>) => Promise<WireList<WireMessage>>;
    readonly addMessage: (params: Params<typeof messages.addMessage>) => Promise<{ readonly id: string | null }>;
  };
  readonly activityEdits: Bound<typeof activityEdits>;
  readonly intervals: Bound<typeof intervals>;
  readonly plots: Bound<typeof plots>;
  readonly roster: Bound<typeof roster>;
  readonly routes: Bound<typeof routes>;
  readonly gear: Bound<typeof gear>;
  readonly files: Bound<typeof files>;
  readonly weather: Bound<typeof weather>;
  readonly summary: Bound<typeof summary>;
  readonly tags: Bound<typeof tags>;
  readonly forecast: Bound<typeof forecast>;
  readonly library: Bound<typeof library>;
  readonly plans: Bound<typeof plans>;
  readonly eventsMany: Bound<typeof eventsMany>;
  readonly settings: Bound<typeof settings>;
  readonly customItems: Bound<typeof customItems>;
  readonly chats: Bound<typeof chats>;
  readonly wellnessDays: Bound<typeof wellnessDays>;
  readonly curves: {
    readonly power: (params: Params<typeof curves.getPowerCurves>) => Promise<WirePowerCurves>;
    readonly hr: (params: Params<typeof curves.getHrCurves>) => Promise<WireHrCurves>;
    readonly pace: (params: Params<typeof curves.getPaceCurves>) => Promise<WirePaceCurves>;
  };
  readonly wellness: {
    readonly list: (params: Params<typeof wellness.listWellness>) => Promise<WireList<WireWellness>>;
    readonly listToChange: (params: Params<typeof wellness.listWellnessToChange>) => Promise<WireList<WireWellness>>;
    readonly update: (params: Params<typeof wellness.updateWellness>) => Promise<WireWellness>;
  };
  readonly events: {
    readonly list: (params: Params<typeof events.listEvents>) => Promise<WireList<WireEvent>>;
    readonly listToChange: (params: Params<typeof events.listEventsToChange>) => Promise<WireList<WireEvent>>;
    readonly get: (params: Params<typeof events.getEvent>) => Promise<WireEvent>;
    readonly fitnessModel: (params: Params<typeof events.listFitnessModelEvents>) => Promise<WireList<WireEvent>>;
    readonly upsert: (params: Params<typeof events.upsertEvent>) => Promise<WireList<WireEvent>>;
    readonly update: (params: Params<typeof events.updateEvent>) => Promise<WireEvent>;
    readonly remove: (params: Params<typeof events.deleteEvent>) => Promise<undefined>;
  };
  /** Whether the user lets positions near start and finish be shown. */
  readonly showGpsEnds: boolean;
}

export interface PortOptions extends Pick<IntervalsPort, 'showGpsEnds'> {
  readonly own: Readonly<OwnId>;
}

/** The port over one call's HTTP client. */
export function createPort(http: ScopedHttp, { showGpsEnds, own }: PortOptions): IntervalsPort {
  const via =
    <P, R>(endpoint: Endpoint<P, R>) =>
    (params: P): Promise<R> =>
      http.send(endpoint, params);
  return {
    athletes: {
      // Who the owner is was asked as `0`: the same answer serves.
      profile: ({ athlete }) => http.send(athletes.getProfile, { athlete: athlete === own.value ? '0' : athlete }),
      // One request for this list and the roster; who only needs names never holds an address.
      list: async (options) =>
        options?.fresh === true
          ? http.send(athletes.listAthletesNow, {})
          : withoutAddresses(await http.send(roster.athletes, {})),
    },
    activities: {
      list: via(activities.listActivities),
      search: via(activities.searchActivities),
      get: via(activities.getActivity),
      getSeveral: via(activities.getActivities),
      getToChange: via(activities.getActivityToChange),
      intervals: via(activities.getIntervals),
      streams: (params) => orNone(http.send(activities.getStreams, params)),
      bestEfforts: via(activities.getBestEfforts),
      messages: via(messages.listMessages),
      addMessage: via(messages.addMessage),
    },
    activityEdits: bound(http, activityEdits),
    intervals: bound(http, intervals),
    plots: bound(http, plots),
    roster: bound(http, roster),
    routes: bound(http, routes),
    gear: bound(http, gear),
    files: bound(http, files),
    weather: bound(http, weather),
    summary: bound(http, summary),
    tags: bound(http, tags),
    forecast: bound(http, forecast),
    library: bound(http, library),
    plans: bound(http, plans),
    eventsMany: bound(http, eventsMany),
    settings: bound(http, settings),
    customItems: bound(http, customItems),
    chats: bound(http, chats),
    wellnessDays: bound(http, wellnessDays),
    curves: { power: via(curves.getPowerCurves), hr: via(curves.getHrCurves), pace: via(curves.getPaceCurves) },
    wellness: {
      list: via(wellness.listWellness),
      listToChange: via(wellness.listWellnessToChange),
      update: via(wellness.updateWellness),
    },
    events: {
      list: via(events.listEvents),
      listToChange: via(events.listEventsToChange),
      get: via(events.getEvent),
      fitnessModel: via(events.listFitnessModelEvents),
      upsert: via(events.upsertEvent),
      update: via(events.updateEvent),
      remove: via(events.deleteEvent),
    },
    showGpsEnds,
  };
}

/** An activity that was typed in answers 404 where its samples would be. */
async function orNone<T>(request: Promise<WireList<T>>): Promise<WireList<T>> {
  try {
    return await request;
  } catch (error) {
    if (isFailure(error) && error.kind === 'not_found') return { items: [], skipped: 0, skippedBecause: undefined };
    throw error;
  }
}

function withoutAddresses({ items, ...rest }: WireList<WireRosterAthlete>): WireList<WireAthlete> {
  return { ...rest, items: items.map(({ email: _address, ...athlete }) => athlete) };
}
