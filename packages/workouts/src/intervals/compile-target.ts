import { asClock } from '../grammar/target.ts';
import type { Losses } from '../loss.ts';
import type { Path } from '../path.ts';
import { type Intensity, isIntensity, type Sport, type Step } from '../workout.ts';
import type { IntervalsSettings } from './settings.ts';

interface TargetText {
  readonly text: string;
  readonly cue: readonly string[];
}

/** The target of a step line. What the platform does not parse (bpm, RPE) is converted or becomes part of the cue. */
export function targetText(
  step: Step,
  path: Path,
  sport: Sport,
  settings: IntervalsSettings,
  losses: Losses,
): TargetText {
  const { target } = step;
  if (target === undefined) return { text: '', cue: [] };
  if (!isIntensity(target)) return { text: target.unit === 'free' ? 'freeride' : 'maxeffort', cue: [] };
  if (target.unit === 'rpe') {
    const cue = `RPE ${range(target, String)}`;
    losses.add(path, 'target', 'approximated', `${cue} is only a cue: the platform has no RPE target`);
    return { text: '', cue: [cue] };
  }
  if (target.unit === 'bpm') return bpmText(target, path, settings, losses);
  const text = written(whole(target, path, losses));
  // A bare zone is read by the order of targets of the sport: off the bike that need not be power.
  return { text: target.unit === 'power_zone' && sport !== 'bike' ? `${text} Power` : text, cue: [] };
}

function bpmText(target: Intensity, path: Path, settings: IntervalsSettings, losses: Losses): TargetText {
  const { lthr, maxHr } = settings;
  const of = lthr ?? maxHr;
  const asked = `${range(target, String)} bpm`;
  if (of === undefined) {
    losses.add(
      path,
      'target',
      'dropped',
      `${asked} is only a cue: bpm are not parsed, and without LTHR or maximum heart rate there is no percentage`,
    );
    return { text: '', cue: [`HR ${range(target, String)}`] };
  }
  const unit = lthr === undefined ? '%hrmax' : '%lthr';
  const percent = {
    ...target,
    unit,
    from: Math.round((100 * target.from) / of),
    to: Math.round((100 * target.to) / of),
  } as const;
  const text = written(percent);
  losses.add(path, 'target', 'approximated', `${asked} is written ${text} (of ${of} bpm): bpm are not parsed`);
  return { text, cue: [] };
}

/** Whole numbers: decimals in targets are not documented. */
function whole(target: Intensity, path: Path, losses: Losses): Intensity {
  const rounded = { ...target, from: Math.round(target.from), to: Math.round(target.to) };
  if (rounded.from !== target.from || rounded.to !== target.to) {
    losses.add(path, 'target', 'approximated', `the target is rounded to ${written(rounded)}`);
  }
  return rounded;
}

const SUFFIX: Partial<Record<Intensity['unit'], string>> = {
  '%ftp': '%',
  w: 'w',
  '%lthr': '% LTHR',
  '%hrmax': '% HR',
  '%pace': '% Pace',
};
const ZONE_WORD: Partial<Record<Intensity['unit'], string>> = { power_zone: '', hr_zone: ' HR', pace_zone: ' Pace' };

function written(target: Intensity): string {
  const ramp = target.ramp === true && target.from !== target.to ? 'ramp ' : '';
  const suffix = SUFFIX[target.unit];
  if (suffix !== undefined) return `${ramp}${range(target, String)}${suffix}`;
  const zone = ZONE_WORD[target.unit];
  if (zone !== undefined) return `${ramp}${range(target, (value) => `Z${value}`)}${zone}`;
  return `${ramp}${range(target, asClock)}${target.unit.slice(1)} Pace`;
}

function range({ from, to }: Intensity, write: (value: number) => string): string {
  return from === to ? write(from) : `${write(from)}-${write(to)}`;
}
