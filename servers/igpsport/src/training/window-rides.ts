import type { DayRange, ListOptions } from '@core/training-tools';
import { type RatedRides, rateRides } from '../domain/load/rated-rides.ts';
import type { Port } from '../port.ts';
import { timeLeft } from './time-left.ts';

/** Rated rides of windows, read once a call: a window inside one that was read costs nothing. */
export type WindowRides = (range: DayRange, options?: ListOptions) => Promise<RatedRides>;

const ofCall = new WeakMap<Port, WindowRides>();

/** The windows of one call: its ports share them, and the time for them. */
export function windowRides(port: Port): WindowRides {
  const known = ofCall.get(port);
  if (known !== undefined) return known;
  const read: { readonly range: DayRange; readonly rides: Promise<RatedRides> }[] = [];
  const windows: WindowRides = async (range, { budgetMs, onProgress = () => {} } = {}) => {
    const around = read.find(({ range: { oldest, newest } }) => oldest <= range.oldest && newest >= range.newest);
    const rides = around?.rides ?? rateRides(port, { ...range, budgetMs: timeLeft(port, budgetMs), onProgress });
    if (around === undefined) read.push({ range, rides });
    const found = await rides;
    return { ...found, rides: found.rides.filter(({ day }) => day >= range.oldest && day <= range.newest) };
  };
  ofCall.set(port, windows);
  return windows;
}
