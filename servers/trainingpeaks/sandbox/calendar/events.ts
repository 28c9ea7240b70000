import { addDays, HOSTILE_TEXTS } from '@core/sandbox/athlete';
import type { AthleteRecord } from '../athlete-record.ts';
import type { Row } from '../shape/body.ts';

/** Races and other events of an athlete. */
export interface EventBook {
  list(): Row[];
  find(id: number): Row | undefined;
  put(event: Row): void;
  remove(id: number): boolean;
}

export const EVENT_TYPES: ReadonlySet<string> = new Set([
  'RunningRoad',
  'RunningTrail',
  'RunningTrack',
  'RunningCrossCountry',
  'RunningOther',
  'CyclingRoad',
  'CyclingMountain',
  'CyclingCyclocross',
  'CyclingTrack',
  'CyclingOther',
  'SwimOpenWater',
  'SwimPool',
  'MultisportTriathlon',
  'MultisportXterra',
  'MultisportDuathlon',
  'MultisportAquabike',
  'MultisportAquathon',
  'MultisportOther',
  'RowingRegatta',
  'RowingOther',
  'SnowAlpine',
  'SnowNordic',
  'SnowSkiMountaineering',
  'SnowSnowshoe',
  'SnowOther',
  'OtherAdventure',
  'OtherObstacle',
  'OtherSpeedSkate',
  'OtherOther',
]);

export function createEventBook(record: AthleteRecord): EventBook {
  const events = new Map<number, Row>();
  for (const event of seeded(record)) events.set(Number(event.id), event);
  return {
    list: () => [...events.values()].sort((a, b) => (String(a.eventDate) < String(b.eventDate) ? -1 : 1)),
    find: (id) => events.get(id),
    put: (event) => events.set(Number(event.id), event),
    remove: (id) => events.delete(id),
  };
}

const NO_GOALS: Row = {
  athleteEventId: null,
  distance: null,
  time: null,
  place: null,
  finish: null,
  pr: null,
  written: [],
};

/** Every key of an event, without content. */
export function blankEvent(personId: number): Row {
  return {
    id: 0,
    personId,
    eventDate: null,
    name: null,
    eventType: 'OtherOther',
    description: null,
    comment: null,
    atpPriority: null,
    atpId: null,
    atpWeekId: null,
    ctlTarget: null,
    distance: null,
    distanceUnits: null,
    raceTypeDuration: null,
    isHidden: false,
    isLocked: false,
    externalEventSource: null,
    externalEventId: null,
    goals: { ...NO_GOALS, athleteId: personId },
    results: ['Division', 'Gender', 'Overall'].map((resultType) => ({ resultType, place: null, entrants: null })),
    legs: [],
    workouts: [],
  };
}

/** The races of the season, and one event for every way in which a distance was seen. */
function seeded(record: AthleteRecord): Row[] {
  const { season } = record.person.simulated;
  const race = season.nextRaceDay;
  const event = (n: number, day: string, values: Row): Row => ({
    ...blankEvent(record.id),
    id: 800_000 + record.number * 1000 + n,
    eventDate: `${day}T00:00:00`,
    ...values,
  });
  return [
    event(1, addDays(race, -364), {
      name: 'Ljubljana road race',
      eventType: 'CyclingRoad',
      atpPriority: 'A',
      distance: 85,
      distanceUnits: 'Kilometers',
      results: [{ resultType: 'Overall', place: 14, entrants: 96 }],
    }),
    event(2, addDays(race, -182), {
      name: 'Spring classic',
      eventType: 'CyclingRoad',
      atpPriority: 'A',
      distance: 85_000,
      distanceUnits: '',
    }),
    event(3, race, {
      name: 'Ljubljana road race',
      eventType: 'CyclingRoad',
      atpPriority: 'A',
      ctlTarget: 72,
      distance: 85,
      distanceUnits: 'Kilometers',
      raceTypeDuration: 'RoadBikeOverTwoHours',
      description: 'Last climb decides.',
      goals: { ...NO_GOALS, athleteId: record.id, time: '02:25:00', place: '10', written: ['No cramps on the climb'] },
    }),
    event(4, addDays(race, -21), {
      name: 'Autumn 10k',
      eventType: 'RunningRoad',
      atpPriority: 'B',
      distance: 10_000,
      distanceUnits: 'Meters',
    }),
    event(5, addDays(race, -35), {
      name: 'Gravel Fondo',
      eventType: 'CyclingOther',
      atpPriority: 'C',
      distance: 50,
      distanceUnits: null,
      comment: HOSTILE_TEXTS.markdown,
    }),
    ...(record.heavy ? many(record, event) : []),
  ];
}

/** A club that races every other week, in the years before and after. */
function many(record: AthleteRecord, event: (n: number, day: string, values: Row) => Row): Row[] {
  const { today } = record.person.simulated;
  return Array.from({ length: 90 }, (_, i) =>
    event(10 + i, addDays(today, (i - 60) * 14 + 3), {
      name: `Club race no. ${i + 1}`,
      eventType: i % 3 === 0 ? 'RunningRoad' : 'CyclingRoad',
      atpPriority: 'C',
      distance: 20 + i,
      distanceUnits: i % 4 === 0 ? 'Miles' : 'Kilometers',
      description: Object.values(HOSTILE_TEXTS)[i % 8],
    }),
  );
}
