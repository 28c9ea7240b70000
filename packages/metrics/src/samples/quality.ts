import type { Warning } from '../result/index.ts';
import { DROPOUT, type Grid, PAUSED } from './grid.ts';
import type { ChannelName } from './model.ts';
import { removePowerSpikes } from './spikes.ts';

/** How complete one channel is, over the seconds with the timer running. */
export interface ChannelQuality {
  /** Share of running seconds with a value, 0–1. */
  readonly coverage: number;
  /** Runs of missing seconds, and the longest of them in seconds. */
  readonly holes: number;
  readonly longestHole: number;
  /** Longest run of exactly one non-zero value, in seconds: a frozen sensor repeats itself. */
  readonly longestStuck: number;
}

export interface DataQuality {
  readonly seconds: number;
  readonly pausedSeconds: number;
  readonly dropoutSeconds: number;
  readonly channels: Readonly<Partial<Record<ChannelName, ChannelQuality>>>;
  readonly flags: readonly Warning[];
}

/** Seconds of one repeated value after which a sensor is called frozen. Trainers in erg mode hold watts for a while. */
const stuckAfter: Readonly<Partial<Record<ChannelName, number>>> = {
  power: 60,
  heart_rate: 300,
  cadence: 300,
  speed: 60,
};

/**
 * Completeness and plausibility of a resampled activity, as flags with evidence.
 *
 * Flags: `power_spikes`, `frozen_<channel>`, `sparse_<channel>` (coverage < 80 %), `heart_rate_follows_cadence` (a wrist
 * sensor locked to steps: within 2 /min for ≥ 60 % of ≥ 5 min above 120), `power_always_zero`, `dropouts` (> 2 % of the
 * time). Thresholds are engineering choices. Never throws; an empty grid has no flags.
 */
export function dataQuality(grid: Grid): DataQuality {
  let pausedSeconds = 0;
  let dropoutSeconds = 0;
  for (const state of grid.state) {
    if (state === PAUSED) pausedSeconds++;
    else if (state === DROPOUT) dropoutSeconds++;
  }
  const channels: Partial<Record<ChannelName, ChannelQuality>> = {};
  const flags: Warning[] = [];
  for (const name of Object.keys(grid.channels) as ChannelName[]) {
    const quality = channelQuality(grid, name);
    channels[name] = quality;
    const limit = stuckAfter[name];
    if (limit !== undefined && quality.longestStuck > limit)
      flags.push({ code: `frozen_${name}`, detail: `${name} repeats one value for ${quality.longestStuck} s` });
    if (quality.coverage < 0.8)
      flags.push({
        code: `sparse_${name}`,
        detail: `${name} covers ${Math.round(quality.coverage * 100)} % of the time`,
      });
  }
  const running = grid.seconds - pausedSeconds;
  if (dropoutSeconds > 0.02 * running)
    flags.push({ code: 'dropouts', detail: `nothing was recorded for ${dropoutSeconds} of ${running} s` });
  flags.push(...powerFlags(grid), ...cadenceLock(grid));
  return { seconds: grid.seconds, pausedSeconds, dropoutSeconds, channels, flags };
}

function channelQuality(grid: Grid, name: ChannelName): ChannelQuality {
  const column = grid.channels[name] as Float64Array;
  let running = 0;
  let covered = 0;
  let holes = 0;
  let hole = 0;
  let longestHole = 0;
  let stuck = 0;
  let longestStuck = 0;
  let previous = Number.NaN;
  for (let i = 0; i < column.length; i++) {
    if (grid.state[i] === PAUSED) continue;
    running++;
    const value = column[i] as number;
    if (Number.isNaN(value)) {
      if (hole++ === 0) holes++;
      if (hole > longestHole) longestHole = hole;
    } else {
      covered++;
      hole = 0;
    }
    stuck = value === previous && value !== 0 ? stuck + 1 : 1;
    if (stuck > longestStuck && value !== 0 && !Number.isNaN(value)) longestStuck = stuck;
    previous = value;
  }
  return { coverage: running === 0 ? 0 : covered / running, holes, longestHole, longestStuck };
}

function powerFlags(grid: Grid): Warning[] {
  const power = grid.channels.power;
  if (power === undefined) return [];
  const { removed } = removePowerSpikes(power);
  const flags: Warning[] = [];
  if (removed > 0) flags.push({ code: 'power_spikes', detail: `${removed} s of power are beyond what a rider can do` });
  let any = false;
  let allZero = true;
  for (const watts of power) {
    if (Number.isNaN(watts)) continue;
    any = true;
    if (watts !== 0) allZero = false;
  }
  if (any && allZero)
    flags.push({ code: 'power_always_zero', detail: 'the power meter was paired but never above 0 W' });
  return flags;
}

function cadenceLock(grid: Grid): Warning[] {
  const { heart_rate: hr, cadence } = grid.channels;
  if (hr === undefined || cadence === undefined) return [];
  let candidates = 0;
  let locked = 0;
  for (let i = 0; i < hr.length; i++) {
    const beats = hr[i] as number;
    const steps = cadence[i] as number;
    if (!(beats > 120) || !(steps > 120)) continue;
    candidates++;
    if (Math.abs(beats - steps) <= 2) locked++;
  }
  if (candidates < 300 || locked < 0.6 * candidates) return [];
  const detail = `heart rate equals cadence within 2 /min for ${locked} of ${candidates} s: likely an optical sensor locked to steps`;
  return [{ code: 'heart_rate_follows_cadence', detail }];
}
