/** Mean of what is there; null when nothing is. */
export function mean(values: ArrayLike<number> | undefined, from = 0, to = values?.length ?? 0): number | null {
  if (!values) return null;
  let sum = 0;
  let count = 0;
  for (let i = from; i < to; i++) {
    const value = values[i]!;
    if (Number.isNaN(value)) continue;
    sum += value;
    count += 1;
  }
  return count === 0 ? null : sum / count;
}

/** Mean of the positive values: heart rate and cadence, where 0 is lost contact or freewheeling. */
export function meanPositive(values: ArrayLike<number> | undefined, from = 0, to = values?.length ?? 0): number | null {
  if (!values) return null;
  let sum = 0;
  let count = 0;
  for (let i = from; i < to; i++) {
    if (!(values[i]! > 0)) continue;
    sum += values[i]!;
    count += 1;
  }
  return count === 0 ? null : sum / count;
}

export function highest(values: ArrayLike<number> | undefined, from = 0, to = values?.length ?? 0): number | null {
  let best: number | null = null;
  for (let i = from; values && i < to; i++) if (values[i]! > (best ?? Number.NEGATIVE_INFINITY)) best = values[i]!;
  return best;
}

export function lowest(values: ArrayLike<number> | undefined, from = 0, to = values?.length ?? 0): number | null {
  let best: number | null = null;
  for (let i = from; values && i < to; i++) if (values[i]! < (best ?? Number.POSITIVE_INFINITY)) best = values[i]!;
  return best;
}

export function total(values: ArrayLike<number> | undefined, from = 0, to = values?.length ?? 0): number {
  let sum = 0;
  for (let i = from; values && i < to; i++) sum += values[i]! || 0;
  return sum;
}

export function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value);
}

/** Metres climbed and lost. */
export function climbing(altitude: ArrayLike<number> | undefined, from = 0, to = altitude?.length ?? 0) {
  if (!altitude) return { gain: null, loss: null };
  let gain = 0;
  let loss = 0;
  for (let i = from + 1; i < to; i++) {
    const step = altitude[i]! - altitude[i - 1]!;
    if (step > 0) gain += step;
    else if (step < 0) loss -= step;
  }
  return { gain, loss };
}

/** Seconds in each zone; a value belongs to the first zone whose top is not below it. */
export function zoneSeconds(values: ArrayLike<number>, tops: readonly number[], skipZero = true): number[] {
  const seconds = tops.map(() => 0);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (Number.isNaN(value) || (skipZero && value <= 0)) continue;
    let zone = 0;
    while (zone < tops.length - 1 && value > tops[zone]!) zone += 1;
    seconds[zone]! += 1;
  }
  return seconds;
}

/** Treff's polarization index of low, middle and high shares: log10(low ÷ mid × high × 100); null without all three. */
export function polarization(zones: readonly number[]): number | null {
  const sum = zones.reduce((all, seconds) => all + seconds, 0);
  const low = (zones[0] ?? 0) + (zones[1] ?? 0);
  const mid = (zones[2] ?? 0) + (zones[3] ?? 0);
  const high = sum - low - mid;
  if (sum === 0 || low === 0 || mid === 0 || high === 0) return null;
  return Math.round(Math.log10((low / mid) * (high / sum) * 100) * 100) / 100;
}

/** J of W′ spent at the worst moment, and what is left at every second (Froncioni–Skiba–Clarke differential form). */
export function wPrimeBalance(watts: ArrayLike<number>, cp: number, wPrime: number): Float32Array {
  const left = new Float32Array(watts.length);
  let balance = wPrime;
  for (let i = 0; i < watts.length; i++) {
    const above = (watts[i]! || 0) - cp;
    balance += above > 0 ? -above : (-above * (wPrime - balance)) / wPrime;
    left[i] = balance;
  }
  return left;
}
