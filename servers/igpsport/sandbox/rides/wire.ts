import type { World } from '../world.ts';
import type { Measures, Spread } from './measures.ts';
import type { Ride } from './ride.ts';

type Fields = Record<string, unknown>;

/** A row of the list. */
export function rowOf({ quirks, storageOrigin }: World, ride: Ride): Fields {
  const measures = ride.measures();
  return {
    id: ride.documentId,
    rideId: ride.rideId,
    exerciseType: ride.exerciseType,
    title: ride.title,
    rideDistance: round(measures.metres, 2),
    totalMovingTime: measures.seconds,
    dataStatus: 1,
    errorType: 0,
    analysisStatus: 1,
    fitOssPath: `${storageOrigin}/${ride.documentId}`,
    label: 1,
    isOpen: 0,
    unRead: false,
    ...(!quirks.sparseRows && {
      startTime: dayText(ride.startLocal, quirks.dates),
      avgSpeed: round(measures.metres / measures.seconds, 3),
      totalAscent: Math.round(measures.ascent ?? 0),
      ...(ride.deviceName !== undefined && { productName: ride.deviceName }),
    }),
  };
}

function dayText(local: string, form: World['quirks']['dates']): string {
  if (form === 'dashed-time') return local.replace('T', ' ');
  const dotted = local.slice(0, 10).replaceAll('-', '.');
  return form === 'dotted' ? dotted : `${dotted} ${local.slice(11)}`;
}

/** Everything the service says about a ride. Sensor fields are left out where there was no sensor. */
export function detailOf(world: World, ride: Ride): Fields {
  const measures = ride.measures();
  const { metres, seconds, elapsed, speed, ascent, descent, altitude } = measures;
  return {
    rideId: ride.rideId,
    memberId: world.memberId,
    title: ride.title,
    product: 301,
    productName: ride.deviceName ?? 'iGPSPORT BSC300',
    manufacturer: 115,
    softwareVersion: '1.12',
    exerciseType: ride.exerciseType,
    label: 1,
    startTime: ride.startLocal.replace('T', ' '),
    endTime: later(ride.startLocal, elapsed),
    movingTime: seconds,
    totalMovingTime: seconds,
    totalTime: elapsed,
    recordTime: seconds,
    rideDistance: Math.round(metres),
    avgSpeed: round(metres / elapsed, 3),
    avgMovingSpeed: round(metres / seconds, 3),
    maxSpeed: round(speed?.high ?? 0, 3),
    totalAscent: Math.round(ascent ?? 0),
    totalDescent: Math.round(descent ?? 0),
    ...span('Altitude', altitude),
    ...(altitude && { minAltitude: round(altitude.low, 1) }),
    ...sensors(measures, ride.ftp),
    calorie: Math.round(measures.kilocalories),
    avgBalance: [null, null],
    avgTQEffect: [null, null],
    avgPedSmooth: [null, null],
    avgPco: [null, null],
    spZoom: [],
    hrZoom: [],
    cadZoom: [],
    upAndDownSlopeZoom: slopes(world, measures),
    status: 1,
    errorType: 0,
    openStatus: 0,
    fitFixed: 0,
    hideStartAndEnd: 0,
    ...(world.quirks.detailFileUrl && { fitUrl: `${world.storageOrigin}/${ride.documentId}` }),
  };
}

function sensors({ power, normalized, heartRate, cadence, temperature, seconds }: Measures, ftp: number): Fields {
  const intensity = normalized === undefined ? undefined : normalized / ftp;
  return {
    ...(heartRate && {
      minHrm: Math.round(heartRate.low),
      avgHrm: Math.round(heartRate.mean),
      maxHrm: Math.round(heartRate.high),
    }),
    ...(cadence && { avgCad: Math.round(cadence.mean), maxCad: Math.round(cadence.high) }),
    ...(power && { avgPower: Math.round(power.mean), maxPower: Math.round(power.high) }),
    ...(normalized !== undefined &&
      intensity !== undefined && {
        pwrNP: Math.round(normalized),
        pwrIF: round(intensity, 3),
        pwrTSS: round((seconds / 36) * intensity * intensity, 1),
      }),
    ...span('Temperature', temperature),
  };
}

function span(name: string, spread: Spread | undefined): Fields {
  return spread === undefined ? {} : { [`avg${name}`]: round(spread.mean, 1), [`max${name}`]: round(spread.high, 1) };
}

/** The share is a fraction in China and percent elsewhere. */
function slopes({ region }: World, { metres, ascent, descent }: Measures): Fields[] {
  const up = Math.min(metres, (ascent ?? 0) * 22);
  const down = Math.min(metres - up, (descent ?? 0) * 22);
  const unit = region === 'cn' ? 1 : 100;
  return [down, metres - up - down, up].map((distance, type) => ({
    type,
    distance: round(distance, 1),
    percentage: metres === 0 ? 0 : round((distance / metres) * unit, region === 'cn' ? 3 : 2),
  }));
}

/** The laps, and a last row of sums. */
export function lapsOf(ride: Ride): Fields[] {
  const laps = ride.laps().map((measures, index) => lapRow(String(index + 1), measures));
  return laps.length === 0 ? [] : [...laps, lapRow('总计', ride.measures())];
}

function lapRow(lap: string, { seconds, metres, speed, heartRate, cadence, altitude, ...rest }: Measures): Fields {
  return {
    lap,
    times: seconds,
    distance: round(metres, 2),
    avgSpeed: round(seconds === 0 ? 0 : metres / seconds, 3),
    maxSpeed: round(speed?.high ?? 0, 3),
    ...(cadence && { avgCad: Math.round(cadence.mean), maxCad: Math.round(cadence.high) }),
    ...(heartRate && { avgHr: Math.round(heartRate.mean), maxHr: Math.round(heartRate.high) }),
    ...(altitude && { avgAlt: round(altitude.mean, 1), maxAlt: round(altitude.high, 1) }),
    ...(rest.normalized !== undefined && { normalizedPower: Math.round(rest.normalized) }),
    totalCalories: Math.round(rest.kilocalories),
    totalAscent: Math.round(rest.ascent ?? 0),
    totalDescent: Math.round(rest.descent ?? 0),
    avgPace: metres === 0 ? 0 : Math.round((seconds / metres) * 1000),
  };
}

function later(local: string, seconds: number): string {
  return new Date(Date.parse(`${local}Z`) + seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

export function round(value: number, digits: number): number {
  const factor = 10 ** digits;
  return Math.round(value * factor) / factor;
}
