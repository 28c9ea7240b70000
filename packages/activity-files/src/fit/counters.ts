import type { ChannelName } from '@core/metrics/samples';
import { eachField } from './definition.ts';
import type { MessageList } from './message-list.ts';
import { compressedAccumulatedPower, compressedSpeedDistance, cycles } from './record-fields.ts';
import type { Scan } from './scan.ts';

/** A counter of few bits, unwrapped. Each chained file starts anew. */
class Counter {
  readonly #modulus: number;
  #last = Number.NaN;
  #total = 0;

  constructor(modulus: number) {
    this.#modulus = modulus;
  }

  restart(): void {
    this.#last = Number.NaN;
    this.#total = 0;
  }

  /** The running total when the counter shows `raw`. */
  next(raw: number): number {
    this.#total += Number.isNaN(this.#last) ? raw : (raw - this.#last + this.#modulus) % this.#modulus;
    this.#last = raw;
    return this.#total;
  }
}

/**
 * Decodes the record fields whose values continue the one before, in file order: packed speed and distance, accumulated
 * power, cycles. Sizes other than the documented one are left alone.
 */
export function fillCounters(
  scan: Scan,
  list: MessageList,
  rows: number,
  columnOf: (channel: ChannelName) => Float64Array,
): void {
  fillSpeedDistance(scan, list, rows, columnOf);
  fillCounter(scan, list, rows, { field: compressedAccumulatedPower, size: 2 }, () => columnOf('accumulated_power'));
  fillCounter(scan, list, rows, { field: cycles, size: 1 }, () => columnOf('total_cycles'));
}

/** Field 28: 16 bits of accumulated power in W·s; field 18: 8 bits of cycles. */
function fillCounter(
  scan: Scan,
  list: MessageList,
  rows: number,
  { field, size }: { readonly field: number; readonly size: 1 | 2 },
  columnOf: () => Float64Array,
): void {
  const places = placesOf(scan, list, field, size);
  if (places === null) return;
  const { bytes, view, definitions } = scan;
  const column = columnOf();
  const modulus = 256 ** size;
  const counter = new Counter(modulus);
  eachRow(scan, list, rows, places, (row, at, layout, isNewFile) => {
    if (isNewFile) counter.restart();
    const raw = size === 1 ? (bytes[at] as number) : view.getUint16(at, definitions[layout]?.littleEndian);
    if (raw !== modulus - 1) column[row] = counter.next(raw);
  });
}

/**
 * Field 8, three bytes: 12 bits of speed in 1/100 m/s, then 12 bits of a distance counter in 1/16 m. All ones mean no
 * data (some apps write that in every record): it must not count as 255.9 m.
 */
function fillSpeedDistance(
  scan: Scan,
  list: MessageList,
  rows: number,
  columnOf: (channel: ChannelName) => Float64Array,
): void {
  const places = placesOf(scan, list, compressedSpeedDistance, 3);
  if (places === null) return;
  const { bytes } = scan;
  const speed = columnOf('speed');
  const distance = columnOf('distance');
  const counter = new Counter(4096);
  eachRow(scan, list, rows, places, (row, at, _, isNewFile) => {
    if (isNewFile) counter.restart();
    const low = bytes[at] as number;
    const middle = bytes[at + 1] as number;
    const high = bytes[at + 2] as number;
    if ((low & middle & high) === 0xff) return;
    speed[row] = (low | ((middle & 15) << 8)) / 100;
    distance[row] = counter.next((middle >> 4) | (high << 4)) / 16;
  });
}

const absent = -1;

/** Where each layout has a field of that size, by index of the definition; null when none has. */
function placesOf(scan: Scan, list: MessageList, field: number, size: number): Int16Array | null {
  const places = new Int16Array(scan.definitions.length).fill(absent);
  let found = false;
  for (const definition of scan.definitions) {
    if (definition.list !== list) continue;
    eachField(scan.bytes, definition, (number, bytes, _, at) => {
      if (number !== field || bytes !== size || at > 0x7fff) return;
      places[definition.index] = at;
      found = true;
    });
  }
  return found ? places : null;
}

function eachRow(
  { definitions }: Scan,
  list: MessageList,
  rows: number,
  places: Int16Array,
  visit: (row: number, at: number, layout: number, isNewFile: boolean) => void,
): void {
  let file = -1;
  for (let row = 0; row < rows; row++) {
    const layout = list.definitions[row] as number;
    const place = places[layout] as number;
    if (place === absent) continue;
    const own = definitions[layout]?.file ?? 0;
    visit(row, (list.offsets[row] as number) + place, layout, own !== file);
    file = own;
  }
}
