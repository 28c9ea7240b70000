import { LIMITS } from '../limits.ts';
import type { Fixed, Length } from '../workout.ts';

/** A reading of a short string: the value, or what is wrong with a form that works. */
export type Reading<T> = { readonly value: T } | { readonly problem: string; readonly instead?: string };

const METRES = { km: 1000, mtr: 1, mi: 1609.344, yd: 0.9144 } as const;

const LONGEST = 40;

/** What was written, short enough to repeat in a message. */
export function quoted(text: string): string {
  return `"${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}"`;
}

/** Reads `for`: `30s`, `10min`, `1h30`, `5km`, `400mtr`, `50kcal`, `lap`, `lap 10min`, `HR>150`. */
export function readLength(text: string): Reading<Length> {
  const compact = text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  const lap = /^lap(?: (.+))?$/.exec(compact);
  if (lap) return readLap(lap[1]);
  const hr = /^hr ?([<>]) ?(\d{2,3})(?: ?bpm)?$/.exec(compact);
  if (hr) return readUntilHr(hr[1] as '<' | '>', Number(hr[2]));
  const energy = /^(\d+) ?(kcal|kj)$/.exec(compact);
  if (energy) return readEnergy(Number(energy[1]), energy[2] as 'kcal' | 'kj');
  return readFixed(compact);
}

function readLap(plan: string | undefined): Reading<Length> {
  if (plan === undefined) return { value: { by: 'lap' } };
  const read = readFixed(plan);
  return 'value' in read ? { value: { by: 'lap', plan: read.value } } : read;
}

function readUntilHr(sign: '<' | '>', bpm: number): Reading<Length> {
  if (bpm < 40 || bpm > 240)
    return { problem: `${bpm} bpm is not a heart rate to wait for (40 to 240)`, instead: 'HR>150' };
  return { value: { by: 'hr', when: sign === '>' ? 'above' : 'below', bpm } };
}

function readEnergy(amount: number, unit: 'kcal' | 'kj'): Reading<Length> {
  if (unit === 'kj') return { problem: 'energy is written in kcal', instead: `${amount}kcal` };
  if (amount < 1 || amount > 20_000) return { problem: 'energy must be 1 to 20000 kcal', instead: '200kcal' };
  return { value: { by: 'energy', kilocalories: amount } };
}

function readFixed(text: string): Reading<Fixed> {
  const bare = /^(\d+(?:\.\d+)?) ?m$/.exec(text);
  if (bare) {
    const amount = Number(bare[1]);
    return {
      problem: `${quoted(text)} may mean minutes or metres: write ${amount}min or ${amount}mtr`,
      instead: amount >= 100 ? `${amount}mtr` : `${amount}min`,
    };
  }
  const distance = /^(\d+(?:\.\d+)?) ?(km|mtr|mi|yd)$/.exec(text);
  if (distance) return inMetres(Number(distance[1]) * METRES[distance[2] as keyof typeof METRES]);
  const seconds = secondsOf(text);
  if (seconds === undefined) return { problem: `${quoted(text)} is not a length`, instead: nearestLength(text) };
  if (seconds < 1 || seconds > LIMITS.seconds) return { problem: 'a step lasts 1 s to 48 h', instead: '10min' };
  return { value: { by: 'time', seconds } };
}

function inMetres(metres: number): Reading<Fixed> {
  if (metres < 1 || metres > LIMITS.metres) return { problem: 'a distance is 1 m to 1000 km', instead: '400mtr' };
  return { value: { by: 'distance', metres: Math.round(metres * 1000) / 1000 } };
}

/** Seconds of `1h30`, `1h30m20s`, `2m30`, `10min`, `90s`, `1:30` (min:s) or `1:30:00`. */
function secondsOf(text: string): number | undefined {
  const clock = /^(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)$/.exec(text);
  if (clock) return Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  const parts = /^(?:(\d+) ?h ?)?(?:(\d+) ?(?:min|m) ?)?(?:(\d+) ?(s)?)?$/.exec(text);
  if (!parts) return undefined;
  const [, h, min, last, s] = parts;
  if (h === undefined && min === undefined && s === undefined) return undefined;
  const bareMinutes = last !== undefined && s === undefined && min === undefined;
  const minutes = Number(min ?? (bareMinutes ? last : 0));
  return Number(h ?? 0) * 3600 + minutes * 60 + Number(bareMinutes ? 0 : (last ?? 0));
}

function nearestLength(text: string): string {
  const number = /\d+/.exec(text)?.[0] ?? '10';
  if (/sec/.test(text)) return `${number}s`;
  if (/kilo/.test(text)) return `${number}km`;
  if (/met(er|re)/.test(text)) return `${number}mtr`;
  if (/mile/.test(text)) return `${number}mi`;
  if (/yard|yrd/.test(text)) return `${number}yd`;
  if (/hour/.test(text)) return `${number}h`;
  return `${number}min`;
}

/** The string that `readLength` reads back to the same length. */
export function writeLength(length: Length): string {
  switch (length.by) {
    case 'time':
      return writeSeconds(length.seconds);
    case 'distance':
      return writeMetres(length.metres);
    case 'energy':
      return `${length.kilocalories}kcal`;
    case 'lap':
      return length.plan === undefined ? 'lap' : `lap ${writeLength(length.plan)}`;
    case 'hr':
      return `HR${length.when === 'above' ? '>' : '<'}${length.bpm}`;
  }
}

function writeSeconds(total: number): string {
  const h = Math.floor(total / 3600);
  const min = Math.floor((total % 3600) / 60);
  const s = total % 60;
  if (h === 0 && s === 0) return `${min}min`;
  if (h === 0 && min === 0) return `${s}s`;
  if (h === 0) return `${min}m${s}s`;
  return `${h}h${min === 0 ? '' : `${min}m`}${s === 0 ? '' : `${s}s`}`;
}

function writeMetres(metres: number): string {
  const whole = (value: number) => Math.abs(value - Math.round(value)) < 1e-6;
  if (metres >= 1000 && whole(metres / 10)) return `${metres / 1000}km`;
  if (whole(metres)) return `${metres}mtr`;
  const miles = metres / METRES.mi;
  if (Math.abs(miles * 4 - Math.round(miles * 4)) < 1e-5) return `${Math.round(miles * 4) / 4}mi`;
  const yards = metres / METRES.yd;
  return Math.abs(yards - Math.round(yards)) < 1e-3 ? `${Math.round(yards)}yd` : `${metres}mtr`;
}
