import { describe, expect, it } from 'vitest';
import { deviceLaps } from './device-laps.ts';

const lap = (startMs: number | null, elapsedS: number | null, timerS: number | null = elapsedS) => ({
  startMs,
  elapsedS,
  timerS,
});

describe('laps of a device', () => {
  it('lie where they were recorded, pauses included', () => {
    const laps = [lap(1_000_000, 600, 550), lap(1_600_000, 300)];
    expect(deviceLaps(laps, 1_000_000, 900)).toEqual([
      { fromS: 0, toS: 600, label: null },
      { fromS: 600, toS: 900, label: null },
    ]);
  });

  it('follow each other where no time is written, and end with the recording', () => {
    expect(deviceLaps([lap(null, 400), lap(null, 400)], null, 700)).toMatchObject([
      { fromS: 0, toS: 400 },
      { fromS: 400, toS: 700 },
    ]);
  });

  it('never overlap, and none is of no length', () => {
    const laps = [lap(0, 100), lap(90_000, 50), lap(140_000, 0), lap(500_000, 10)];
    expect(deviceLaps(laps, 0, 200)).toMatchObject([
      { fromS: 0, toS: 100 },
      { fromS: 100, toS: 150 },
    ]);
  });
});
