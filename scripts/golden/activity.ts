import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFit, readGpx, readTcx } from '@core/activity-files';
import { type ChannelName, cleanSamples, resample, type Samples, totals } from '@core/metrics/samples';
import { GIVEN, type Tally } from './compare.ts';
import type { Constants, Golden } from './constants.ts';
import { beatlessSeconds, fitFacts } from './fit-facts.ts';
import { heartRateBlock } from './heart-rate.ts';
import { powerBlock } from './power.ts';
import { altitudeBlock, movingBlock } from './terrain.ts';
import { xmlFacts } from './xml-facts.ts';

/** Answers for the activities whose files lie in `activity-samples/` beside the golden file. */
export function activities(expected: Golden, folder: string, athlete: Constants, { skipped, failures }: Tally): Golden {
  const answers: Golden = {};
  let absent = 0;
  for (const name of Object.keys(expected)) {
    const path = join(folder, 'activity-samples', name);
    if (!existsSync(path)) absent++;
    else
      try {
        answers[name] = answer(name, readFileSync(path), expected[name], athlete, skipped);
      } catch (error) {
        failures.push(`activities › ${name}: ${(error as Error).message}`);
      }
  }
  if (absent > 0) skipped.push(`${absent} activities (their files are not in activity-samples/)`);
  return answers;
}

/** The name says the format: one file of the set only pretends to be another. */
function answer(name: string, bytes: Uint8Array, expected: Golden, athlete: Constants, skipped: string[]): Golden {
  if (name.endsWith('.fit')) {
    const activity = readFit(bytes, { mergeHeartRate: false });
    const facts = fitFacts(activity, expected);
    return {
      ...facts,
      ...measured(activity.samples, expected, athlete, facts.session_timer_s, beatlessSeconds(activity)),
    };
  }
  const activity = name.endsWith('.tcx') ? readTcx(bytes) : readGpx(bytes);
  if (expected.xml_error !== undefined) {
    skipped.push(`${name} (its XML is broken for strict parsers; ours read ${activity.cleaning.records} points)`);
    return { xml_error: GIVEN };
  }
  const facts = xmlFacts(new TextDecoder().decode(bytes), activity);
  return { ...facts, ...measured(activity.samples, expected, athlete, null, []) };
}

/** Everything computed from the samples, on whole seconds as the file's conventions say. */
function measured(
  samples: Samples,
  expected: Golden,
  athlete: Constants,
  timerS: number | null,
  beatless: readonly number[],
): Golden {
  const records = wholeSeconds(samples);
  if (records.time.length === 0) return { records_clean: 0 };
  const gridded = resample(records);
  if (gridded.value === null) throw new Error(gridded.detail);
  const grid = gridded.value;
  const pair = (channel: ChannelName) => {
    const [recorded, timed] = [records.channels[channel], grid.channels[channel]];
    return recorded !== undefined && timed !== undefined && totals(recorded).count > 0
      ? { recorded, timed }
      : undefined;
  };
  const [power, heartRate, speed] = [pair('power'), pair('heart_rate'), pair('speed')];
  const distance = pair('distance');
  for (const second of beatless) if (heartRate !== undefined) heartRate.timed[second] = Number.NaN;
  return {
    records_clean: records.time.length,
    elapsed_s: records.time.at(-1),
    power: power && powerBlock(power.recorded, power.timed, athlete, timerS),
    hr:
      heartRate &&
      heartRateBlock(
        { records: heartRate.recorded, grid: heartRate.timed, power: power?.timed, speed: speed?.timed },
        athlete,
      ),
    elevation: altitudeBlock(pair('altitude')?.recorded, expected.elevation),
    distance_m: distance && totals(distance.recorded).max,
    moving: speed && movingBlock(speed.timed),
  };
}

/** The same records with their clock floored to seconds; records of one second merge. */
function wholeSeconds(samples: Samples): Samples {
  const start = samples.startMs ?? 0;
  const timeMs = samples.time.map((second) => Math.floor((start + second * 1000 + 1e-6) / 1000) * 1000);
  const { samples: floored } = cleanSamples({ timeMs, channels: samples.channels, clock: 'relative' });
  return floored;
}
