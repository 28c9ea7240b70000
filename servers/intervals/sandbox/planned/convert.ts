import type { Sport, Thresholds } from '@core/workouts';
import { compileErg, compileMrc, readErg } from '@core/workouts/erg';
import { compileFit, readFitWorkout } from '@core/workouts/fit';
import { compileToText, fromWorkoutDoc, type WorkoutDoc } from '@core/workouts/intervals';
import { compileZwo, readZwo } from '@core/workouts/zwo';
import type { SettingsGroup } from '../settings.ts';
import { unprocessable } from '../shape/refusal.ts';
import { familyOf } from '../sports.ts';
import type { PlannedWorkout } from './doc.ts';

/** A planned workout in a trainer's or head unit's format. */
export function fileOf(
  planned: PlannedWorkout,
  name: string,
  type: string,
  ext: string,
  created: string,
): Uint8Array<ArrayBuffer> {
  const { workout } = fromWorkoutDoc(planned.doc as unknown as WorkoutDoc, { sport: sportOf(type), name });
  const thresholds = thresholdsOf(planned.group);
  const text = (content: string) => new TextEncoder().encode(content);
  switch (ext) {
    case 'zwo':
      return text(compileZwo(workout, thresholds).xml);
    case 'mrc':
      return text(compileMrc(workout, thresholds).text);
    case 'erg':
      return text(compileErg(workout, { ...thresholds, ftp: planned.group.ftp ?? 200 }).text);
    case 'fit':
      return Uint8Array.from(compileFit(workout, thresholds, { created }).bytes);
    default:
      throw unprocessable(`Invalid ext [${ext}]`);
  }
}

/** A workout file as workout text; undefined for formats that are not workouts. */
export function textOfFile(name: string, bytes: Uint8Array): string | undefined {
  const content = () => new TextDecoder().decode(bytes);
  const ext = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase();
  try {
    if (ext === 'zwo') return compileToText(readZwo(content()).workout).text;
    if (ext === 'mrc' || ext === 'erg') return compileToText(readErg(content()).workout).text;
    if (ext === 'fit') return compileToText(readFitWorkout(bytes).workout).text;
  } catch {
    return undefined;
  }
  return undefined;
}

function sportOf(type: string): Sport {
  const family = familyOf(type);
  return family === 'ride' ? 'bike' : family === 'other' ? 'other' : family;
}

function thresholdsOf(group: SettingsGroup): Thresholds {
  return {
    ftp: group.ftp ?? undefined,
    lthr: group.lthr ?? undefined,
    maxHr: group.max_hr ?? undefined,
    thresholdSpeed: group.threshold_pace ?? undefined,
    powerZones: group.power_zones ?? undefined,
    hrZones: group.hr_zones ?? undefined,
    paceZones: group.pace_zones ?? undefined,
  };
}
