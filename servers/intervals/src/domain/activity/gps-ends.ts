import type { WireStream } from '../../client/wire/stream.ts';

/** How much of a track's ends stays private, in metres: starts and finishes show where somebody lives. */
const PRIVATE_METRES = 200;

/** Decimals of a degree: about 11 m. */
const DECIMALS = 4;

/**
 * Positions without the first and last 200 m and rounded to about 11 m. Without a distance channel nothing says where 200 m
 * end, and no position is given.
 */
export function withoutEnds(position: WireStream, distance: WireStream | undefined): WireStream {
  const metres = distance?.data ?? [];
  const total = metres.findLast((value) => value !== null) ?? null;
  const keep = position.data.map((_, i) => {
    const at = metres[i] ?? null;
    return at !== null && total !== null && at > PRIVATE_METRES && at < total - PRIVATE_METRES;
  });
  const cut = (values: WireStream['data']) =>
    values.map((value, i) => (keep[i] === true && value !== null ? Number(value.toFixed(DECIMALS)) : null));
  return { ...position, data: cut(position.data), data2: cut(position.data2) };
}
