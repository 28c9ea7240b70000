import type { ChannelName } from '@core/metrics/samples';
import { BaseType } from './base-type.ts';
import { type ColumnField, numberField, readField, unconverted } from './column-field.ts';
import { Counters, counterReader, distanceReader, speedReader } from './counters.ts';
import { type Definition, eachField, elementCount } from './definition.ts';
import {
  compressedAccumulatedPower,
  compressedSpeedDistance,
  cycles,
  leftRightBalance,
  recordFields,
} from './record-fields.ts';
import type { Scan } from './scan.ts';

export type Columns = Partial<Record<ChannelName, Float64Array>>;

interface ChannelField {
  readonly channel: ChannelName;
  /** Place in the order of priority: a later field overwrites what an earlier one found. */
  readonly order: number;
  readonly field: ColumnField;
}

/** Fields that need more than a scale come before the plain ones of their channels. */
const first = -1;
const share = { ...unconverted, low: 0, high: 100 };
const hundredths = { ...unconverted, scale: 100 };
const sixteenths = { ...unconverted, scale: 16 };

/** The channels of the records: a column each, and the fields of each layout that fill it. */
export class ChannelColumns {
  readonly columns: Columns = {};
  readonly #scan: Scan;
  readonly #rows: number;
  readonly #counters = new Counters();
  readonly #fields: ChannelField[] = [];

  constructor(scan: Scan, rows: number) {
    this.#scan = scan;
    this.#rows = rows;
  }

  /** The fields of a layout that are channels, in order of priority. */
  fieldsOf(definition: Definition): ColumnField[] {
    const found: ChannelField[] = [];
    eachField(this.#scan.bytes, definition, (number, size, type, at) => {
      this.#packed(found, definition, number, size, at);
      const known = recordFields.get(number);
      if (known === undefined || elementCount(size, type) === 0 || (type & 0x1f) === BaseType.string) return;
      const { channel, order } = known;
      const field = numberField(this.#scan, definition, at, type, known, this.#column(channel));
      found.push({ channel, order, field });
    });
    this.#fields.push(...found);
    return found.sort((a, b) => a.order - b.order).map(({ field }) => field);
  }

  /** Values that were outside the limits of their channel, and are left out. */
  impossible(): Partial<Record<ChannelName, number>> {
    const counts: Partial<Record<ChannelName, number>> = {};
    for (const { channel, field } of this.#fields)
      if (field.outside > 0) counts[channel] = (counts[channel] ?? 0) + field.outside;
    return counts;
  }

  /** Fields whose values are packed, or continue the one before. Sizes other than the documented one are left alone. */
  #packed(found: ChannelField[], { file, littleEndian }: Definition, number: number, size: number, at: number): void {
    const scan = this.#scan;
    const add = (channel: ChannelName, read: ColumnField['read'], conversion = unconverted) =>
      found.push({ channel, order: first, field: readField(at, read, conversion, this.#column(channel)) });
    if (number === leftRightBalance && size === 1) add('left_right_balance', balanceReader(scan), share);
    else if (number === compressedSpeedDistance && size === 3) {
      add('speed', speedReader(scan), hundredths);
      add('distance', distanceReader(scan, this.#counters.of(file, number, 4096)), sixteenths);
    } else if (number === compressedAccumulatedPower && size === 2)
      add('accumulated_power', counterReader(scan, this.#counters.of(file, number, 65_536), 2, littleEndian));
    else if (number === cycles && size === 1)
      add('total_cycles', counterReader(scan, this.#counters.of(file, number, 256), 1, littleEndian));
  }

  #column(channel: ChannelName): Float64Array {
    this.columns[channel] ??= new Float64Array(this.#rows).fill(Number.NaN);
    return this.columns[channel];
  }
}

/** Share in the low seven bits; only with bit 7 set is it known to be the right leg's. */
function balanceReader({ bytes }: Scan) {
  return (at: number): number => {
    const raw = bytes[at] as number;
    return raw === 0xff || (raw & 0x80) === 0 ? Number.NaN : raw & 0x7f;
  };
}
