import { mean, meanPositive } from './arithmetic.ts';
import type { Facts } from './facts.ts';

/** W tops of the power zones, whole watts. */
export function wattTops(facts: Facts): number[] {
  return (facts.group.power_zones ?? []).map((percent) => Math.floor(((facts.ftp ?? 0) * percent) / 100));
}

/** J above threshold power. */
export function aboveFtp(power: ArrayLike<number>, ftp: number): number {
  let joules = 0;
  for (let i = 0; i < power.length; i++) if (power[i]! > ftp) joules += power[i]! - ftp;
  return Math.round(joules);
}

/** % by which power per heartbeat fell from the first half to the second. */
export function decoupling(power: ArrayLike<number>, heartRate: ArrayLike<number>, from = 0, to = power.length) {
  const middle = Math.floor((from + to) / 2);
  const ratio = (a: number, b: number) => {
    const hr = meanPositive(heartRate, a, b);
    const watts = mean(power, a, b);
    return hr === null || watts === null ? null : watts / hr;
  };
  const first = ratio(from, middle);
  const second = ratio(middle, to);
  return first === null || second === null || first === 0 ? null : (100 * (first - second)) / first;
}
