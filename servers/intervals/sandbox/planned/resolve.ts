import type { SettingsGroup } from '../settings.ts';
import { type Band, heartBand, paceBand, powerBand } from './load.ts';
import type { DocStep, DocTarget } from './parse.ts';

export interface Ranges {
  /** ± % that a single value becomes outdoors. */
  readonly power: number;
  readonly hr: number;
  readonly pace: number;
}

/** Adds `_power` (W), `_hr` (bpm), `_pace` (m/s) and `_distance` (m) to the steps: `resolve=true`. */
export function resolveSteps(
  steps: readonly DocStep[],
  group: SettingsGroup,
  indoor: boolean,
  ranges: Ranges,
): unknown[] {
  return steps.map((step) => {
    if (step.steps) return { ...step, steps: resolveSteps(step.steps, group, indoor, ranges) };
    const resolved: Record<string, unknown> = { ...step };
    if (step.power) resolved._power = concrete(step.power, zonePowerBand(step.power, group), indoor ? 0 : ranges.power);
    if (step.hr) resolved._hr = concrete(step.hr, heartBand(step.hr, group), indoor ? 0 : ranges.hr);
    if (step.pace) addPace(resolved, step, group, indoor ? 0 : ranges.pace);
    return resolved;
  });
}

/** Resolved zones start at (previous top + 1) %, not at the previous watts + 1. */
function zonePowerBand(target: DocTarget, group: SettingsGroup): Band | null {
  const plain = powerBand(target, group);
  const low = target.start ?? target.value ?? 1;
  if (target.units !== 'power_zone' || !plain || low <= 1 || group.ftp === null) return plain;
  const percent = (group.power_zones?.[low - 2] ?? 0) + 1;
  return { ...plain, start: Math.floor((percent * group.ftp) / 100) };
}

function concrete(target: DocTarget, band: Band | null, range: number): Record<string, number> | undefined {
  if (!band) return undefined;
  const zone = target.units.endsWith('_zone');
  if (zone) return { start: band.start, end: band.end };
  if (band.start !== band.end)
    return { value: Math.round(band.middle), start: Math.round(band.start), end: Math.round(band.end) };
  const value = band.middle;
  if (range === 0) return { value: Math.round(value), start: Math.round(value), end: Math.round(value) };
  return {
    value: Math.round(value),
    start: Math.floor(value * (1 - range / 100)),
    end: Math.ceil(value * (1 + range / 100)),
  };
}

function addPace(resolved: Record<string, unknown>, step: DocStep, group: SettingsGroup, range: number): void {
  const band = step.pace ? paceBand(step.pace, group) : null;
  if (!band) return;
  const exact = band.start === band.end;
  resolved._pace =
    step.pace?.units === 'pace_zone'
      ? { start: band.start, end: band.end }
      : {
          value: band.middle,
          start: exact ? band.middle * (1 - range / 100) : band.start,
          end: exact ? band.middle * (1 + range / 100) : band.end,
        };
  if (step.distance === undefined) resolved._distance = band.middle * (step.duration ?? 0);
}
