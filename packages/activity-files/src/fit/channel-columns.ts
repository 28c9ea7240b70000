import type { ChannelName } from '@core/metrics/samples';
import { BaseType } from './base-type.ts';
import { type ColumnField, type Conversion, type Count, numberField, readField, unconverted } from './column-field.ts';
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
  /** Place in the order of priority: a later field overwrites what an earlier one found. */
  readonly order: number;
  readonly field: ColumnField;
}

/** Fields that need more than a scale come before the plain ones of their channels. */
const first = -1;
const none: ChannelField[] = [];
const share = { ...unconverted, low: 0, high: 100 };
const hundredths = { ...unconverted, scale: 100 };
const sixteenths = { ...unconverted, scale: 16 };

/** The channels of the records: a column each, and the fields of each layout that fill it. */
export class ChannelColumns {
  readonly columns: Columns = {};
  readonly #scan: Scan;
  readonly #rows: number;
  readonly #counters = new Counters();
  readonly #outside = new Map<ChannelName, Count>();

  constructor(scan: Scan, rows: number) {
    this.#scan = scan;
    this.#rows = rows;
  }

  /** The fields of a layout that are channels, in order of priority. */
  fieldsOf(definition: Definition): ColumnField[] {
    const found: ChannelField[] = [];
    eachField(this.#scan.bytes, definition, (number, size, type, at) => {
      for (const field of this.#packed(definition, number, size, at)) found.push(field);
      const known = recordFields.get(number);
      if (known === undefined || elementCount(size, type) === 0 || (type & 0x1f) === BaseType.string) return;
      const { channel, order } = known;
      const field = numberField(this.#scan, definition, at, type, known, this.#column(channel), this.#count(channel));
      found.push({ order, field });
    });
    return found.sort((a, b) => a.order - b.order).map(({ field }) => field);
  }

  /** Values that were outside the limits of their channel, and are left out. */
  impossible(): Partial<Record<ChannelName, number>> {
    const found: Partial<Record<ChannelName, number>> = {};
    for (const [channel, { count }] of this.#outside) if (count > 0) found[channel] = count;
    return found;
  }

  /** Fields whose values are packed, or continue the one before. Sizes other than the documented one are left alone. */
  #packed({ file, littleEndian }: Definition, number: number, size: number, at: number): ChannelField[] {
    const scan = this.#scan;
    if (number === leftRightBalance && size === 1)
      return [this.#read('left_right_balance', at, balanceReader(scan), share)];
    if (number === compressedSpeedDistance && size === 3) {
      const counter = this.#counters.of(file, number, 4096);
      return [
        this.#read('speed', at, speedReader(scan), hundredths),
        this.#read('distance', at, distanceReader(scan, counter), sixteenths),
      ];
    }
    if (number === compressedAccumulatedPower && size === 2) {
      const counter = this.#counters.of(file, number, 65_536);
      return [this.#read('accumulated_power', at, counterReader(scan, counter, 2, littleEndian), unconverted)];
    }
    if (number === cycles && size === 1) {
      const counter = this.#counters.of(file, number, 256);
      return [this.#read('total_cycles', at, counterReader(scan, counter, 1, littleEndian), unconverted)];
    }
    return none;
  }

  #read(channel: ChannelName, at: number, read: ColumnField['read'], conversion: Conversion): ChannelField {
    const field = readField(at, read, conversion, this.#column(channel), this.#count(channel));
    return { order: first, field };
  }

  #count(channel: ChannelName): Count {
    const outside = this.#outside.get(channel) ?? { count: 0 };
    this.#outside.set(channel, outside);
    return outside;
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
