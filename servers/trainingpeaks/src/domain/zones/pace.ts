import { Failure } from '@core/mcp-kit';

const METRES: Readonly<Record<string, number>> = {
  km: 1000,
  mi: 1609.344,
  mile: 1609.344,
  miles: 1609.344,
  m: 1,
  yd: 0.9144,
};

/**
 * A pace as people write it, `4:15/km`, `1:32/100m`, `6:50/mi`, in m/s; without a unit it is per `perMetres`.
 *
 * @throws Failure `bad_input` with forms that work.
 */
export function speedOfPace(text: string, perMetres: number): number {
  const match = /^(\d{1,2}):([0-5]\d(?:\.\d+)?)(?:\s*(?:\/|per )\s*(\d+)?\s*([a-z]+))?$/i.exec(text.trim());
  const unit = match?.[4] === undefined ? perMetres : METRES[match[4].toLowerCase()];
  const seconds = Number(match?.[1]) * 60 + Number(match?.[2]);
  if (match === null || unit === undefined || seconds === 0) {
    throw new Failure('bad_input', `"${text.slice(0, 30)}" is not a pace`, {
      next: 'write minutes and seconds with a distance: 4:15/km, 6:50/mi, 1:32/100m',
    });
  }
  return (unit * Number(match[3] ?? 1)) / seconds;
}
