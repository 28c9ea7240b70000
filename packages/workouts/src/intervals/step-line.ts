import type { DocStep, DocTarget } from './doc.ts';
import type { Report } from './lint.ts';
import type { IntervalsSettings, TargetFamily } from './settings.ts';
import { labelStop, type Token, tokenAt } from './tokens.ts';

/** One step line while its words are read. */
interface Draft {
  readonly label: string[];
  labelOpen: boolean;
  labelCleared: boolean;
  seconds: number | undefined;
  rest: number;
  metres: number | undefined;
  ramp: boolean;
  readonly targets: Partial<Record<TargetFamily, DocTarget>>;
  readonly windows: { power?: string; hr?: string };
  readonly step: DocStep;
  readonly ignored: string[];
}

const KEY = { POWER: 'power', HR: 'hr', PACE: 'pace' } as const;

/**
 * Reads the text after the `-` of a step line as the platform does. `undefined` where it keeps no step: no amount, or 0.
 * A distance step comes back without a duration; the caller estimates it.
 */
export function readStepLine(
  body: string,
  settings: IntervalsSettings,
  report: Report,
): { step: DocStep; rest: number } | undefined {
  const words = body.split(/\s+/).filter((word) => word !== '');
  const draft: Draft = {
    label: [],
    labelOpen: true,
    labelCleared: false,
    seconds: undefined,
    rest: 0,
    metres: undefined,
    ramp: false,
    targets: {},
    windows: {},
    step: {},
    ignored: [],
  };
  for (let at = 0; at < words.length; ) {
    const token = tokenAt(words, at, settings.paceUnits);
    const read = token !== undefined && readToken(draft, token, words, at, settings, report);
    if (read) {
      at += token.take;
    } else {
      readWord(draft, words[at] ?? '');
      at++;
    }
  }
  return finish(draft, body, report);
}

/** False where the token counts as a plain word because the label is still open. */
function readToken(
  draft: Draft,
  token: Token,
  words: readonly string[],
  at: number,
  settings: IntervalsSettings,
  report: Report,
): boolean {
  if (token.kind === 'ramp') {
    const before = tokenAt(words, at + 1, settings.paceUnits)?.kind === 'target';
    if (draft.labelOpen && !before) return false;
    draft.ramp = true;
    draft.labelOpen = false;
    return true;
  }
  if (draft.labelOpen && (token.kind === 'intensity' || token.kind === 'flag' || token.kind === 'press lap')) {
    readFlagInLabel(draft, token, words.slice(at, at + token.take), report);
    return true;
  }
  closeLabel(draft, token, report);
  keep(draft, token, report);
  return true;
}

function closeLabel(draft: Draft, token: Token, report: Report): void {
  if (!draft.labelOpen) return;
  draft.labelOpen = false;
  const zone = token.kind === 'target' && token.zone;
  if (zone && draft.label.length > 0) {
    report(
      'warning',
      'label_lost',
      `the label ${shown(draft.label)} is lost because a zone stands before the amount; write the amount first`,
    );
  } else if (token.kind === 'target') {
    report('note', 'target_before_amount', 'the target stands before the amount; write the amount first');
  }
  draft.labelCleared = zone;
}

/** `press lap` works anywhere and stays in the cue; an `intensity=` before the amount is only text. */
function readFlagInLabel(draft: Draft, token: Token, words: readonly string[], report: Report): void {
  draft.label.push(...words);
  if (token.kind === 'intensity') {
    report('warning', 'flag_in_label', `${shown(words)} before the amount is read as text; write it after the amount`);
  } else if (token.kind === 'press lap') {
    draft.step.until_lap_press = true;
  } else if (token.kind === 'flag') {
    draft.step[token.flag] = true;
    report(
      'note',
      'flag_in_label',
      `${shown(words)} before the amount also shows in the cue; write it after the amount`,
    );
  }
}

function keep(draft: Draft, token: Token, report: Report): void {
  switch (token.kind) {
    case 'time':
      if (draft.seconds !== undefined) addedAmounts(report);
      draft.seconds = (draft.seconds ?? 0) + token.seconds;
      break;
    case 'rest':
      draft.rest += token.seconds;
      break;
    case 'distance':
      if (draft.metres !== undefined) addedAmounts(report);
      draft.metres = (draft.metres ?? 0) + token.metres;
      break;
    case 'target': {
      const key = KEY[token.family];
      if (draft.targets[token.family] !== undefined) {
        report('warning', 'target_replaced', `two ${key} targets: the platform keeps the later one`);
      }
      draft.targets[token.family] = token.target;
      break;
    }
    case 'cadence':
      draft.step.cadence = token.cadence;
      break;
    case 'window':
      draft.windows[token.family] = token.window;
      break;
    case 'intensity':
      draft.step.intensity = token.value;
      break;
    case 'flag':
      draft.step[token.flag] = true;
      break;
    case 'press lap':
      draft.step.until_lap_press = true;
      break;
  }
}

function addedAmounts(report: Report): void {
  report('error', 'amounts_added', 'two amounts on one line are added up; keep numbers with units out of the label');
}

function readWord(draft: Draft, word: string): void {
  if (!draft.labelOpen) {
    draft.ignored.push(word);
    return;
  }
  const stop = labelStop(word);
  if (stop === -1) {
    draft.label.push(word);
    return;
  }
  if (stop > 0) draft.label.push(word.slice(0, stop));
  draft.labelOpen = false;
  draft.ignored.push(word);
}

function finish(draft: Draft, body: string, report: Report): { step: DocStep; rest: number } | undefined {
  reportIgnored(draft, report);
  if (/\d[%w]?[\u2010-\u2015]\d/i.test(body)) {
    report('error', 'long_dash', 'a long dash in a range is only half understood; write a plain hyphen');
  }
  const seconds = draft.seconds === 0 ? undefined : draft.seconds;
  if (seconds === undefined && (draft.metres === undefined || draft.metres === 0)) return undefined;
  if (draft.seconds !== undefined) reportMinutes(body, report);
  const text = draft.labelCleared ? '' : draft.label.join(' ');
  const { power, hr, pace } = targetsOf(draft);
  const isRamp = draft.ramp && [power, hr, pace].some((target) => target?.start !== undefined);
  if (draft.ramp && !isRamp)
    report('warning', 'ramp_not_read', 'a ramp needs a range such as 50-75%; it is read as a steady step');
  const step: DocStep = {
    ...(text === '' ? {} : { text: text.replaceAll('&', '&amp;').replaceAll(/<(?!!>)/g, '&lt;') }),
    ...(isRamp ? { ramp: true } : {}),
    ...(power === undefined ? {} : { power }),
    ...(hr === undefined ? {} : { hr }),
    ...(pace === undefined ? {} : { pace }),
    ...draft.step,
    ...(draft.metres === undefined || draft.metres === 0 ? {} : { distance: draft.metres }),
    ...(seconds === undefined ? {} : { duration: seconds + draft.rest }),
  };
  return { step, rest: draft.rest };
}

function targetsOf({ targets, windows }: Draft): {
  power?: DocTarget | undefined;
  hr?: DocTarget | undefined;
  pace?: DocTarget | undefined;
} {
  const withWindow = (target: DocTarget | undefined, window: string | undefined) =>
    target === undefined || window === undefined ? target : { ...target, target: window };
  return {
    power: withWindow(targets.POWER, windows.power),
    hr: withWindow(targets.HR, windows.hr),
    pace: targets.PACE,
  };
}

function reportMinutes(body: string, report: Report): void {
  const long = /(?:^|\s)(\d{3,5})m(?:\s|$)/i.exec(body);
  if (long) {
    report('error', 'minutes_not_metres', `"${long[1]}m" is ${long[1]} minutes; metres are written ${long[1]}mtr`);
  }
}

function reportIgnored({ ignored, label }: Draft, report: Report): void {
  const words = ignored.filter((word) => word !== '0');
  const absolutePace = words.find((word) => /^\d{1,2}:\d{2}/.test(word));
  const unread = words.find((word) => /bpm$|^rpe|^css$|^threshold$|%map/i.test(word));
  const cut = words.find((word) => labelStop(word) !== -1 && unread === undefined && absolutePace === undefined);
  if (absolutePace !== undefined) {
    report(
      'error',
      'pace_word_missing',
      `${shown([absolutePace])} is not read as a pace without the word Pace after it`,
    );
  } else if (unread !== undefined) {
    report(
      'error',
      'target_not_read',
      `${shown([unread])} is not a target here: the step keeps its amount and loses its target`,
    );
  } else if (cut !== undefined) {
    report(
      'warning',
      'label_cut',
      `${shown([cut])} looks like an amount: the label ends there${label.length === 0 ? '' : ` (${shown(label)})`}`,
    );
  } else if (words.length > 0) {
    report('note', 'words_ignored', `${shown(words)} after the amount is not shown on the device`);
  }
}

const LONGEST = 80;

/** Words as a message repeats them. */
function shown(words: readonly string[]): string {
  const text = words.join(' ');
  return `"${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}"`;
}
