import { type ChannelName, columnLimits } from '@core/metrics/samples';
import type { DeveloperColumn } from '../activity/model.ts';
import type { Problems } from '../activity/problem.ts';
import { baseTypeSize } from './base-type.ts';
import { type ColumnField, numberField, readField, unconverted } from './column-field.ts';
import { type Definition, eachDeveloperField } from './definition.ts';
import { type DeveloperFieldDescription, type DeveloperFields, isText, readDeveloperValue } from './developer.ts';
import { recordMessage } from './message-list.ts';
import { recordFields } from './record-fields.ts';
import type { Records } from './records.ts';
import type { Scan } from './scan.ts';

interface Column {
  readonly description: DeveloperFieldDescription;
  readonly values: Float64Array | null;
  readonly texts: (string | null)[] | null;
}

const noColumn = /* @__PURE__ */ new Float64Array(0);

/** The columns of the described developer fields of records. Fields of size 0 and undescribed ones hold nothing readable. */
export class DeveloperColumns {
  readonly #scan: Scan;
  readonly #described: DeveloperFields;
  readonly #rows: number;
  readonly #most: number;
  readonly #columns = new Map<string, Column>();
  #tooMany = 0;

  constructor(scan: Scan, described: DeveloperFields, rows: number, most: number) {
    this.#scan = scan;
    this.#described = described;
    this.#rows = rows;
    this.#most = most;
  }

  /** The developer fields of a layout. */
  fieldsOf(definition: Definition): ColumnField[] {
    const found: ColumnField[] = [];
    if (definition.developerCount === 0) return found;
    eachDeveloperField(this.#scan.bytes, definition, (number, size, developer, at) => {
      const description = size === 0 ? undefined : this.#described.find(definition, developer, number);
      const column = description === undefined ? null : this.#columnFor(description);
      if (column === null) return;
      const field = fieldOf(this.#scan, definition, column, at, size);
      if (field !== null) found.push(field);
    });
    return found;
  }

  /** The columns; reports when there were more than the file can hold. */
  finish(problems: Problems): DeveloperColumn[] {
    const columns = this.#columns;
    if (this.#tooMany > 0)
      problems.add(
        'limit',
        this.#scan.bytes.length,
        `more developer fields than the file can hold; kept ${columns.size}`,
      );
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

  #columnFor(description: DeveloperFieldDescription): Column | null {
    const key = `${description.developerIndex}/${description.number}/${description.name}`;
    const known = this.#columns.get(key);
    if (known !== undefined) return known;
    if (this.#columns.size >= this.#most) {
      this.#tooMany++;
      return null;
    }
    const text = isText(description);
    const column: Column = {
      description,
      values: text ? null : new Float64Array(this.#rows).fill(Number.NaN),
      texts: text ? new Array<string | null>(this.#rows).fill(null) : null,
    };
    this.#columns.set(key, column);
    return column;
  }
}

function fieldOf(scan: Scan, definition: Definition, column: Column, at: number, size: number): ColumnField | null {
  const { description, values, texts } = column;
  if (texts !== null) {
    const read = (from: number, row: number): number => {
      const value = readDeveloperValue(scan, description, from, size, definition.littleEndian);
      texts[row] = typeof value === 'string' ? value : Array.isArray(value) ? value.join(' ') : null;
      return Number.NaN;
    };
    return readField(at, read, unconverted, noColumn, { count: 0 });
  }
  const { type, scale, offset } = description;
  const element = baseTypeSize(type);
  if (values === null || element === 0 || element > size) return null;
  return numberField(scan, definition, at, type, { ...unconverted, scale, offset }, values, { count: 0 });
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
