/** Something the platform reads differently from what the text seems to say. */
export interface Lint {
  /** 1-based. */
  readonly line: number;
  /** `error`: training is lost or changed. `warning`: the reading may surprise. `note`: harmless. */
  readonly level: 'error' | 'warning' | 'note';
  readonly code: LintCode;
  /** What is written, what the platform understands, what to write instead. */
  readonly message: string;
}

export type LintCode =
  | 'no_amount'
  | 'minutes_not_metres'
  | 'repeat_needs_blank_line'
  | 'nested_repeat'
  | 'dash_before_repeat'
  | 'empty_repeat'
  | 'label_cut'
  | 'label_lost'
  | 'amounts_added'
  | 'target_replaced'
  | 'target_not_read'
  | 'pace_word_missing'
  | 'power_zone_on_foot'
  | 'long_dash'
  | 'ramp_not_read'
  | 'target_before_amount'
  | 'flag_in_label'
  | 'words_ignored';

export type Report = (level: Lint['level'], code: LintCode, message: string) => void;
