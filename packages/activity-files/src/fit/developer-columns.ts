import { type ChannelName, columnLimits } from '@core/metrics/samples';
import type { DeveloperColumn } from '../activity/model.ts';
import type { Problems } from '../activity/problem.ts';
import { baseTypeSize } from './base-type.ts';
import { fillColumn } from './column-kernels.ts';
import { eachDeveloperField } from './definition.ts';
import { type DeveloperFieldDescription, type DeveloperFields, isText, readDeveloperValue } from './developer.ts';
import { recordFields } from './record-fields.ts';
import { affordableCells, type Layout, type Records, recordMessage } from './records.ts';
import type { Scan } from './scan.ts';

interface Growing {
  readonly description: DeveloperFieldDescription;
  readonly values: Float64Array | null;
  readonly texts: (string | null)[] | null;
}

/** Reads every described developer field of the records. Fields of size 0 and undescribed fields hold nothing readable. */
export function readDeveloperColumns(
  scan: Scan,
  records: Records,
  fields: DeveloperFields,
  problems: Problems,
): DeveloperColumn[] {
  const columns = new Map<string, Growing>();
  const most = Math.floor(affordableCells(scan) / Math.max(1, records.rows));
  let tooMany = 0;
  for (const layout of records.layouts) {
    const { definition } = layout;
    if (definition.developerCount === 0) continue;
    eachDeveloperField(scan.bytes, definition, (number, size, developer, at) => {
      const description = size === 0 ? undefined : fields.find(definition, developer, number);
      if (description === undefined) return;
      const column = columnFor(columns, description, records.rows, most);
      if (column === null) tooMany++;
      else store(scan, records, column, layout, at, size);
    });
  }
  if (tooMany > 0)
    problems.add('limit', scan.bytes.length, `more developer fields than the file can hold; kept ${columns.size}`);
  return [...columns.values()].map(({ description, values, texts }) => ({
    name: description.name,
    units: description.units,
    developerIndex: description.developerIndex,
    fieldNumber: description.number,
    nativeField: standsForRecord(description) ? description.nativeField : null,
    values,
    texts,
  }));
}

function columnFor(
  columns: Map<string, Growing>,
  description: DeveloperFieldDescription,
  rows: number,
  most: number,
): Growing | null {
  const key = `${description.developerIndex}/${description.number}/${description.name}`;
  const known = columns.get(key);
  if (known !== undefined) return known;
  if (columns.size >= most) return null;
  const text = isText(description);
  const column: Growing = {
    description,
    values: text ? null : new Float64Array(rows).fill(Number.NaN),
    texts: text ? new Array<string | null>(rows).fill(null) : null,
  };
  columns.set(key, column);
  return column;
}

function store(scan: Scan, { list }: Records, column: Growing, layout: Layout, at: number, size: number): void {
  const { description, values, texts } = column;
  const { definition, rows } = layout;
  const { littleEndian } = definition;
  if (texts !== null)
    for (const row of rows) {
      const value = readDeveloperValue(scan, description, (list.offsets[row] as number) + at, size, littleEndian);
      texts[row] = typeof value === 'string' ? value : Array.isArray(value) ? value.join(' ') : null;
    }
  const element = baseTypeSize(description.type);
  if (values === null || element === 0 || element > size) return;
  const { type, scale, offset } = description;
  const { bytes, view } = scan;
  fillColumn({
    bytes,
    view,
    offsets: list.offsets,
    rows,
    at,
    type,
    littleEndian,
    scale,
    offset,
    factor: 1,
    low: -Number.MAX_VALUE,
    high: Number.MAX_VALUE,
    column: values,
  });
}

function standsForRecord(description: DeveloperFieldDescription): boolean {
  return description.nativeMessage === recordMessage || description.nativeMessage === null;
}

/** Well-known developer fields that no profile field exists for, by name without spaces and case. */
const wellKnown: Readonly<Record<string, ChannelName>> = {
  core_temperature: 'core_temperature',
  core_body_temperature: 'core_temperature',
  skin_temperature: 'skin_temperature',
  form_power: 'form_power',
  air_power: 'air_power',
  leg_spring_stiffness: 'leg_spring_stiffness',
  smo2: 'muscle_oxygen',
  saturated_hemoglobin_percent: 'muscle_oxygen',
  thb: 'total_hemoglobin',
  respiration_rate: 'respiration_rate',
};

/** Millimetres in the units that apps write lengths in: some give centimetres for a field whose profile unit is mm. */
const millimetres: Readonly<Record<string, number>> = {
  mm: 1,
  millimeters: 1,
  cm: 10,
  centimeters: 10,
  m: 1000,
  meters: 1000,
};
const lengthChannels: readonly ChannelName[] = ['vertical_oscillation', 'step_length'];

/**
 * Developer fields that stand for a channel become that channel where the device itself recorded none: a foot pod's power
 * beats no power, but never replaces a power meter's.
 */
export function adoptDeveloperChannels({ columns, impossible }: Records, developer: readonly DeveloperColumn[]): void {
  for (const { name, units, nativeField, values } of developer) {
    const channel =
      (nativeField === null ? undefined : recordFields.get(nativeField)?.channel) ??
      wellKnown[name.toLowerCase().replace(/[^a-z0-9]+/g, '_')];
    if (channel === undefined || values === null || hasData(columns[channel]) || !hasData(values)) continue;
    const factor = lengthChannels.includes(channel) ? millimetres[units?.toLowerCase() ?? ''] : 1;
    if (factor === undefined) continue;
    const [low, high] = columnLimits(channel);
    const column = values.map((value) => (value * factor < low || value * factor > high ? Number.NaN : value * factor));
    const outside = column.reduce(
      (sum, value, i) => sum + (Number.isNaN(value) && !Number.isNaN(values[i]) ? 1 : 0),
      0,
    );
    if (outside > 0) impossible[channel] = outside;
    columns[channel] = column;
  }
}

function hasData(column: Float64Array | undefined): boolean {
  return column?.some((value) => !Number.isNaN(value)) ?? false;
}
