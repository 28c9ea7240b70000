import type { ChannelName, Samples } from '@core/metrics/samples';
import { BaseType, baseTypeOfLetter, baseTypeSize } from '../base-type.ts';
import type { ProfileMessage } from '../profile/table.ts';
import { leftRightBalance, recordFields } from '../record-fields.ts';
import { msToFitTime } from '../time.ts';
import { FitWriteError } from './encode-value.ts';
import type { FitWriter } from './write-fit.ts';

/** How one channel goes into the records. */
interface ChannelField {
  readonly channel: string;
  readonly column: Float64Array;
  readonly number: number;
  readonly type: number;
  readonly size: number;
  /** Raw value of a sample, not yet rounded. */
  readonly scale: number;
  readonly offset: number;
  readonly semicircles: boolean;
  readonly balance: boolean;
}

/** A column that has no field of its own in the profile and is written as a developer field of 32-bit floats. */
export interface ExtraColumn {
  readonly name: string;
  readonly values: Float64Array;
}

/** Which channels have a record field, and which need a developer field. */
export function splitChannels(
  samples: Samples,
  record: ProfileMessage,
): { fields: ChannelField[]; extra: ExtraColumn[] } {
  const byChannel = new Map<ChannelName, { number: number; scale: number; offset: number; semicircles: boolean }>();
  for (const [number, field] of recordFields)
    byChannel.set(field.channel, { number, ...field, semicircles: field.factor !== 1 });
  byChannel.set('left_right_balance', { number: leftRightBalance, scale: 1, offset: 0, semicircles: false });
  const fields: ChannelField[] = [];
  const extra: ExtraColumn[] = [];
  for (const [channel, column] of Object.entries(samples.channels) as [ChannelName, Float64Array][]) {
    const target = byChannel.get(channel);
    const field = target === undefined ? undefined : record.field(target.number);
    if (target === undefined || field === undefined) extra.push({ name: channel, values: column });
    else {
      const type = baseTypeOfLetter(field.type);
      const balance = target.number === leftRightBalance;
      fields.push({ ...target, channel, column, type, size: baseTypeSize(type), balance });
    }
  }
  return { fields: fields.sort((a, b) => a.number - b.number), extra };
}

const timestamp = { number: 253, size: 4, type: BaseType.uint32 };
export const developerIndex = 0;

/**
 * Prepares the writing of sample `row` as a record message. All records share one layout; samples without data hold the
 * "invalid" value of their field.
 */
export function recordWriter(
  writer: FitWriter,
  samples: Samples,
  fields: readonly ChannelField[],
  extra: readonly ExtraColumn[],
): (row: number) => void {
  const developer = extra.map((_, number) => ({ number, size: 4, developer: developerIndex }));
  const startMs = samples.startMs ?? 0;
  return (row) => {
    const local = writer.layout(20, [timestamp, ...fields], developer);
    const { out } = writer;
    out.byte(local);
    out.element(BaseType.uint32, msToFitTime(startMs + (samples.time[row] as number) * 1000));
    for (const field of fields) out.element(field.type, rawValue(field, field.column[row] as number, row));
    for (const { values } of extra) {
      const value = values[row] as number;
      out.element(BaseType.float32, Number.isNaN(value) ? null : value);
    }
  };
}

const limits: Readonly<Record<number, readonly [number, number]>> = {
  [BaseType.uint8]: [0, 0xfe],
  [BaseType.sint8]: [-0x80, 0x7e],
  [BaseType.uint16]: [0, 0xfffe],
  [BaseType.sint16]: [-0x8000, 0x7ffe],
  [BaseType.uint32]: [0, 0xfffffffe],
  [BaseType.sint32]: [-0x80000000, 0x7ffffffe],
};

function rawValue(field: ChannelField, value: number, row: number): number | null {
  if (Number.isNaN(value)) return null;
  let raw = Math.round((value + field.offset) * field.scale);
  if (field.semicircles) {
    raw = Math.round((value / 180) * 0x80000000);
    if (raw === 0x80000000) raw = -0x80000000;
  }
  if (field.balance) raw |= 0x80;
  const [low, high] = limits[field.type] ?? [0, 0];
  if (raw >= low && raw <= high) return raw;
  throw new FitWriteError(
    `record.${field.channel}`,
    `${value} at sample ${row} does not fit: stored as ${raw}, the field holds ${low} to ${high}`,
  );
}
