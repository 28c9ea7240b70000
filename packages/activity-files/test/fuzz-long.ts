/**
 * A long fuzzing run: `node --conditions=@core/source test/fuzz-long.ts 5000000`. Prints a line for every 250,000 inputs;
 * a failing input is printed as base64 with the seed that makes it again. docs/activity-files.md records the last run.
 */
import { fuzz, fuzzSeeds } from './fuzz.ts';

const total = Number(process.argv[2] ?? 5_000_000);
const step = 250_000;
const seeds = fuzzSeeds();
const started = performance.now();
let slowest = 0;
for (let done = 0; done < total; done += step) {
  const result = fuzz(seeds, Math.min(step, total - done), 1 + done / step);
  slowest = Math.max(slowest, result.slowestMs);
  const seconds = Math.round((performance.now() - started) / 1000);
  const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
  process.stdout.write(
    `${done + result.inputs} inputs, ${seconds} s, slowest ${slowest.toFixed(1)} ms, ${memory} MiB, ` +
      `${result.withSamples} of the last ${result.inputs} with samples, ${result.refused} refused\n`,
  );
}
