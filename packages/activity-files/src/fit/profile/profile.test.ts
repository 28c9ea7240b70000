import { describe, expect, it } from 'vitest';
import { baseTypeOfLetter } from '../base-type.ts';
import { enumerations, enumerationText } from './enumerations.ts';
import { messageNames, profile } from './table.ts';

/** The MIT-licensed table of fit-file-parser, whose shape its types do not export. */
interface TheirField {
  readonly field: string;
  readonly type: string;
  readonly baseType?: string;
  readonly scale: number | null;
  readonly offset: number;
  readonly units: string;
}
const { PROFILE_MESSAGES, PROFILE_TYPES } = (await import(
  new URL('../../../node_modules/fit-file-parser/dist/profile.js', import.meta.url).href
)) as {
  PROFILE_MESSAGES: Record<number, Record<string, TheirField> & { name: string }>;
  PROFILE_TYPES: Record<string, Record<number, string>>;
};

const baseTypes = [
  'enum',
  'sint8',
  'uint8',
  'sint16',
  'uint16',
  'sint32',
  'uint32',
  'string',
  'float32',
  'float64',
  'uint8z',
  'uint16z',
  'uint32z',
  'byte',
  'sint64',
  'uint64',
  'uint64z',
];

/** Packed fields: we give their bytes, because no scale of a byte means anything. */
const packed = ['record.compressed_speed_distance', 'hr.event_timestamp_12'];

describe('the message table', () => {
  it('has number, type, scale and offset of every field as fit-file-parser has them', () => {
    const differences: string[] = [];
    for (const name of messageNames) {
      const message = profile.byName(name);
      const theirs = PROFILE_MESSAGES[message?.number ?? -1];
      if (theirs?.name !== name) differences.push(`${name}: message ${message?.number} is ${theirs?.name}`);
      for (const field of message?.byName.values() ?? []) {
        const other = theirs?.[field.number];
        const where = `${name}.${field.name}`;
        const base = baseTypes[baseTypeOfLetter(field.type)];
        if (other === undefined) differences.push(`${where}: unknown to them`);
        else if (![other.baseType, other.type].includes(base ?? ''))
          differences.push(`${where}: ${base}, theirs ${other.baseType}`);
        else if (
          !packed.includes(where) &&
          ((other.scale ?? 1) !== field.scale || -(other.offset ?? 0) !== field.offset)
        )
          differences.push(
            `${where}: scale ${field.scale} offset ${field.offset}, theirs ${other.scale} ${other.offset}`,
          );
        else if (field.type === 't' && other.type !== 'date_time') differences.push(`${where}: not a date_time`);
        else if (field.type === 'g' && other.units !== 'semicircles') differences.push(`${where}: not semicircles`);
      }
    }
    expect(differences).toEqual([]);
  });

  it('finds messages by number and by name, and nothing by names of Object', () => {
    expect(profile.byNumber(20)?.name).toBe('record');
    expect(profile.byName('session')?.byName.get('training_stress_score')).toMatchObject({ number: 35, scale: 10 });
    expect(profile.byName('constructor')).toBeUndefined();
    expect(profile.byNumber(0xff12)).toBeUndefined();
  });
});

describe('the enumerations', () => {
  const theirNames: Readonly<Record<string, string>> = {
    file_type: 'file',
    activity_type: 'activity',
    duration_type: 'wkt_step_duration',
    target_type: 'wkt_step_target',
    measure: 'display_measure',
    power_zone_calc: 'pwr_zone_calc',
  };

  it('name the same values as fit-file-parser', () => {
    for (const enumeration of Object.keys(enumerationText)) {
      const theirs = PROFILE_TYPES[theirNames[enumeration] ?? enumeration] ?? {};
      for (const [value, name] of Object.entries(theirs)) {
        const ours = enumerations.nameOf(enumeration, Number(value));
        if (ours !== undefined)
          expect(`${enumeration} ${value} ${ours}`).toBe(`${enumeration} ${value} ${name.replace('_depreciated', '')}`);
      }
    }
  });

  it('translate both ways', () => {
    expect(enumerations.valueOf('sport', 'diving')).toBe(53);
    expect(enumerations.nameOf('sport', 53)).toBe('diving');
    expect(enumerations.nameOf('sport', 52)).toBeUndefined();
    expect(enumerations.nameOf('no such', 1)).toBeUndefined();
    expect(enumerations.valueOf('manufacturer', 'igpsport')).toBe(115);
  });
});
