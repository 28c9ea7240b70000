import type { MessageName } from './notation.ts';

/**
 * Fields whose meaning depends on another field. `parent: 'decider name@values[/scale] …'`: where the decider field holds
 * one of the raw values, the parent's raw value also reads as `name`. Custom power targets keep the wire's convention:
 * watts + 1000, and % of FTP below 1000; heart-rate targets: bpm + 100, and % of the maximum below 100.
 */
const targets = <P extends 'target' | 'secondary_target', C extends 'custom' | 'secondary_custom'>(p: P, c: C) =>
  [
    [
      `${p}_value`,
      `${p}_type ${p}_speed_zone@0 ${p}_hr_zone@1 ${p}_cadence_zone@3 ${p}_power_zone@4,7,8,9,10 ${p}_stroke_type@11`,
    ],
    ...(['low', 'high'] as const).map((end) => [
      `${c}_target_value_${end}`,
      `${p}_type ${c}_target_speed_${end}@0,12/1000 ${c}_target_heart_rate_${end}@1,13 ${c}_target_cadence_${end}@3 ` +
        `${c}_target_power_${end}@4,7,8,9,10`,
    ]),
  ] as const;

/** Sub-fields by message: pairs of parent field and text. */
export function subfieldText(message: string): readonly (readonly string[])[] {
  switch (message) {
    case 'workout_step':
      return [
        [
          'duration_value',
          'duration_type duration_time@0,28,31/1000 duration_distance@1/100 duration_hr@2,3 duration_calories@4 ' +
            'duration_step@6,7,8,9,10,11,12,13,17,18,27 duration_power@14,15,19,20,21,22,23,24,25,26 duration_reps@29',
        ],
        [
          'target_value',
          'duration_type repeat_steps@6 repeat_time@7/1000 repeat_distance@8/100 repeat_calories@9 repeat_hr@10,11 ' +
            'repeat_power@12,13,17,18',
        ],
        ...targets('target', 'custom'),
        ...targets('secondary_target', 'secondary_custom'),
      ];
    case 'event':
      return [
        [
          'data',
          'event timer_trigger@0 course_point_index@10 battery_level@11/1000 virtual_partner_speed@12/1000 ' +
            'hr_high_alert@13 hr_low_alert@14 speed_high_alert@15/1000 speed_low_alert@16/1000 cad_high_alert@17 ' +
            'cad_low_alert@18 power_high_alert@19 power_low_alert@20 time_duration_alert@23/1000 ' +
            'distance_duration_alert@24/100 calorie_duration_alert@25 rider_position@44 comm_timeout@47',
        ],
      ];
    case 'session':
    case 'lap':
      return [['total_cycles', 'sport total_strides@1,11,17 total_strokes@2,5,15,19']];
    default:
      return [];
  }
}

type Ends<T extends string> = `${T}_low` | `${T}_high`;
type TargetNames<P extends string, C extends string> =
  | `${P}_${'speed' | 'hr' | 'cadence' | 'power'}_zone`
  | `${P}_stroke_type`
  | Ends<`${C}_target_${'speed' | 'heart_rate' | 'cadence' | 'power'}`>;

interface SubfieldNames {
  workout_step:
    | `duration_${'time' | 'distance' | 'hr' | 'calories' | 'step' | 'power' | 'reps'}`
    | `repeat_${'steps' | 'time' | 'distance' | 'calories' | 'hr' | 'power'}`
    | TargetNames<'target', 'custom'>
    | TargetNames<'secondary_target', 'secondary_custom'>;
  event: 'timer_trigger' | 'course_point_index' | 'battery_level' | 'rider_position' | 'comm_timeout';
  session: 'total_strides' | 'total_strokes';
  lap: 'total_strides' | 'total_strokes';
}

/** Names of the sub-fields of a message that can be read and written like fields. */
export type SubfieldName<M extends MessageName> = M extends keyof SubfieldNames ? SubfieldNames[M] : never;

export interface Subfield {
  readonly name: string;
  readonly parent: string;
  readonly decider: string;
  readonly values: readonly number[];
  readonly scale: number;
}

/** Sub-fields of a message, parsed. */
export function subfieldsOf(message: string): readonly Subfield[] {
  return subfieldText(message).flatMap(([parent = '', text = '']) => {
    const [decider = '', ...tokens] = text.split(' ');
    return tokens.map((token) => {
      const [name = '', values = '', scale = '1'] = token.replace('@', '/').split('/');
      return { name, parent, decider, values: values.split(',').map(Number), scale: Number(scale) };
    });
  });
}
