import { isRide, type PlannedSession, type Session } from '@core/sandbox/athlete';
import type { AthleteRecord } from '../athlete-record.ts';
import type { Row } from '../shape/body.ts';
import { blankRow } from './blank.ts';
import { refreshCompliance } from './compliance.ts';
import { conversationOf } from './conversation.ts';
import { type Measured, measure } from './measured.ts';
import { IDS_OF_SPORT } from './sports.ts';
import type { StoredWorkout } from './stored.ts';
import { plannedLoad, structureOf } from './structure.ts';

/** Where a load came from. Only 4 is known; the other numbers are the emulator's choice. */
export const TSS_SOURCE = { none: 0, power: 1, pace: 2, heartRate: 4 } as const;

/** The face that the athlete picked, 1 strong … 5 weak, on the ten-point scale of the wire: the emulator's choice. */
const FEELING = [10, 8, 6, 4, 2];

/** The row of what the simulator planned or did. */
export function rowOf(record: AthleteRecord, { id, session, planned }: StoredWorkout): Row {
  const sport = session?.sport ?? planned?.sport ?? 'ride';
  const day = session?.day ?? planned?.day ?? '';
  const { type, sub } = IDS_OF_SPORT[sport];
  const row: Row = {
    ...blankRow(id, record.id),
    title: session?.title ?? planned?.title ?? null,
    workoutTypeValueId: type,
    workoutSubTypeId: sub,
    workoutDay: `${day}T00:00:00`,
    lastModifiedDate: `${day}T20:14:07`,
    ...(planned && plannedPart(planned)),
    ...(session && actualPart(record, session)),
    ...conversationOf(record, id, session),
  };
  refreshCompliance(row);
  return row;
}

function plannedPart(planned: PlannedSession): Row {
  const load = planned.workout && plannedLoad(planned.workout);
  return {
    startTimePlanned: planned.index % 3 === 0 ? `${planned.day}T17:30:00` : null,
    description: planned.prose ?? null,
    totalTimePlanned: planned.durationS / 3600,
    tssPlanned: load?.tss ?? null,
    ifPlanned: load?.intensity ?? null,
    structure: planned.workout ? structureOf(planned.workout) : null,
    coachComments: planned.index % 11 === 3 ? 'Keep the cadence above 85 in the hard parts.' : null,
  };
}

export function measuredOf(record: AthleteRecord, session: Session): Measured {
  const { simulated, measured } = record.person;
  const known = measured.get(session.index) ?? measure(simulated.recording(session));
  measured.set(session.index, known);
  return known;
}

function actualPart(record: AthleteRecord, session: Session): Row {
  const measured = measuredOf(record, session);
  const loads = record.person.simulated.loads(session);
  const source = loads.power !== undefined ? 'power' : loads.pace !== undefined ? 'pace' : 'heartRate';
  return {
    startTime: session.startLocal,
    ...(session.description !== undefined && session.index % 2 === 0 && { description: session.description }),
    userTags: session.tags.join(','),
    ...actualsOf(measured),
    tssActual: loads.counted > 0 ? loads.counted : null,
    tssSource: loads.counted > 0 ? TSS_SOURCE[source] : TSS_SOURCE.none,
    if: intensityOf(session, measured, loads.counted),
    rpe: session.rpe ?? null,
    feeling: session.feel === undefined ? null : (FEELING[session.feel - 1] ?? null),
    equipmentBikeId: isRide(session.sport) ? 501 + 1000 * record.number : null,
    equipmentShoeId: session.sport === 'run' ? 503 + 1000 * record.number : null,
    poolLengthOptionId: session.sport === 'swim' ? 'DEFAULT-25M' : null,
    syncedTo: null,
  };
}

/** Normalised power over the threshold of the settings; without power, what the load says. */
function intensityOf(session: Session, { normalizedPower, seconds }: Measured, load: number): number | null {
  if (load <= 0) return null;
  if (normalizedPower !== null) return normalizedPower / session.thresholdSet;
  return Math.sqrt((36 * load) / seconds);
}

/** The actual values of a workout, from samples. */
export function actualsOf(measured: Measured): Row {
  const { seconds, kilojoules, heartRateAverage } = measured;
  const burnt = kilojoules ?? (heartRateAverage === null ? null : (seconds / 60) * heartRateAverage * 0.075);
  return {
    totalTime: seconds / 3600,
    distance: measured.distance,
    velocityAverage: measured.speedAverage,
    velocityMaximum: measured.speedMaximum,
    normalizedSpeedActual: measured.normalizedSpeed,
    normalizedPowerActual: measured.normalizedPower,
    powerAverage: measured.powerAverage,
    powerMaximum: measured.powerMaximum,
    heartRateAverage,
    heartRateMinimum: measured.heartRateMinimum,
    heartRateMaximum: measured.heartRateMaximum,
    cadenceAverage: measured.cadenceAverage,
    cadenceMaximum: measured.cadenceMaximum,
    torqueAverage: measured.torqueAverage,
    torqueMaximum: measured.torqueMaximum,
    calories: burnt === null ? null : Math.round(burnt * 10) / 10,
    energy: kilojoules,
    elevationGain: measured.elevationGain,
    elevationLoss: measured.elevationLoss,
    elevationMinimum: measured.elevationMinimum,
    elevationAverage: measured.elevationAverage,
    elevationMaximum: measured.elevationMaximum,
    tempMin: measured.temperatureMinimum,
    tempAvg: measured.temperatureAverage,
    tempMax: measured.temperatureMaximum,
  };
}
