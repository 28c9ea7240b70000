import type { Sport } from '../workout.ts';
import type { DocStep, WorkoutDoc } from './doc.ts';
import type { Lint, LintCode } from './lint.ts';
import type { IntervalsSettings } from './settings.ts';
import { readStepLine } from './step-line.ts';
import { distanceSeconds, totalled } from './total.ts';

export interface ParsedText {
  readonly doc: WorkoutDoc;
  readonly lint: readonly Lint[];
  /** Step lines of which the platform keeps nothing. */
  readonly dropped: readonly { readonly line: number; readonly text: string; readonly reason: string }[];
}

/** Longest text that is read; the rest is dropped with a lint message. */
const MAX_LINES = 5000;

/**
 * Reads workout text as the live Intervals.icu service does when an event is written, surprises included
 * (intervals-api.md section 5), and says where its reading differs from what the text seems to mean. Never throws.
 * @param settings thresholds, zones and pace units of the sport; totals that need a missing one are absent
 * @param sport what the event is for; sharpens the lint and plans distances of runs without threshold pace
 */
export function parseWorkoutText(text: string, settings: IntervalsSettings = {}, sport?: Sport): ParsedText {
  const reader = new TextReader(settings, sport);
  const lines = text.split(/\r\n|\r|\n/);
  lines.slice(0, MAX_LINES).forEach((line, index) => {
    reader.read(line, index + 1);
  });
  for (let line = MAX_LINES; line < lines.length; line++) {
    if ((lines[line] ?? '').trim().startsWith('-'))
      reader.drop(line + 1, lines[line] ?? '', `only ${MAX_LINES} lines are read`);
  }
  return reader.end();
}

/** The `workout_doc` alone. */
export function toWorkoutDoc(text: string, settings: IntervalsSettings = {}, sport?: Sport): WorkoutDoc {
  return parseWorkoutText(text, settings, sport).doc;
}

const ON_FOOT: readonly (Sport | undefined)[] = ['run', 'swim', 'walk'];
const SECTION = /^(?:(warm)[\s-]?up|(cool)[\s-]?down):?$/i;
const REPEAT = /(?:^|[^\d.])(\d{1,4})\s*x$/i;

class TextReader {
  readonly #settings: IntervalsSettings;
  readonly #sport: Sport | undefined;
  readonly #steps: DocStep[] = [];
  readonly #prose: string[] = [];
  readonly #lint: Lint[] = [];
  readonly #dropped: { line: number; text: string; reason: string }[] = [];
  #options: NonNullable<WorkoutDoc['options']> = {};
  #repeat: { line: number; step: DocStep; children: DocStep[] } | undefined;
  #section: 'warmup' | 'cooldown' | undefined;
  #afterStep = false;

  constructor(settings: IntervalsSettings, sport: Sport | undefined) {
    this.#settings = settings;
    this.#sport = sport;
  }

  read(raw: string, line: number): void {
    const text = raw.trim();
    if (text === '') {
      this.#close();
      this.#afterStep = false;
    } else if (text.startsWith('-')) {
      this.#readStep(text, line);
      this.#afterStep = true;
    } else {
      this.#readHeader(text, line);
      this.#afterStep = false;
    }
  }

  drop(line: number, text: string, reason: string): void {
    this.#dropped.push({ line, text: text.trim().slice(0, 200), reason });
  }

  end(): ParsedText {
    this.#close();
    const doc = totalled(this.#steps, this.#settings, this.#sport);
    const description = this.#prose.join('\n');
    return {
      doc: {
        ...doc,
        ...(description === '' ? {} : { description }),
        ...(Object.keys(this.#options).length === 0 ? {} : { options: this.#options }),
      },
      lint: this.#lint,
      dropped: this.#dropped,
    };
  }

  #readStep(text: string, line: number): void {
    const body = text.slice(1).trim();
    const report = (level: Lint['level'], code: LintCode, message: string) =>
      this.#lint.push({ line, level, code, message });
    if (/^\d{1,4}\s*x$/i.test(body)) {
      report(
        'error',
        'dash_before_repeat',
        `"${text}" is a step without an amount, not a repeat; write ${body} without the dash`,
      );
      this.drop(line, text, 'a repeat header must not start with a dash');
      return;
    }
    const read = readStepLine(body, this.#settings, report);
    if (read === undefined) {
      this.#reportNoAmount(body, text, line);
      return;
    }
    const { step } = read;
    if (step.power?.units === 'power_zone' && ON_FOOT.includes(this.#sport) && !/\bpower\b/i.test(body)) {
      report(
        'warning',
        'power_zone_on_foot',
        'a bare zone is a power zone; write "Z2 Pace" or "Z2 HR" to get a load without power, or "Z2 Power" to be clear',
      );
    }
    if (this.#section !== undefined) step[this.#section] = true;
    this.#withTime(step, read.rest);
    (this.#repeat?.children ?? this.#steps).push(step);
  }

  #withTime(step: DocStep, rest: number): void {
    if (step.distance === undefined || step.duration !== undefined) return;
    const seconds = distanceSeconds(step, this.#settings, this.#sport);
    if (seconds !== undefined) step.duration = seconds + rest;
  }

  #reportNoAmount(body: string, text: string, line: number): void {
    if (!text.startsWith('--')) {
      const zero = /(?:^|\s)0(?:s|m|h|km|mtr)?(?:\s|$)/i.test(body);
      const message = zero
        ? 'the amount is 0: the platform drops the step without a word'
        : 'no duration or distance is read: the platform drops the step without a word; write one such as 10m or 400mtr';
      this.#lint.push({ line, level: 'error', code: 'no_amount', message });
    }
    this.drop(line, text, 'no amount');
  }

  #readHeader(text: string, line: number): void {
    const repeat = REPEAT.exec(text);
    const times = Number(repeat?.[1] ?? 0);
    const section = SECTION.exec(text);
    const inRepeat = this.#repeat !== undefined;
    const emptyRepeat = this.#repeat?.children.length === 0;
    this.#close();
    if (times > 0 && !this.#afterStep) {
      if (inRepeat && emptyRepeat) this.#nested(text, line);
      this.#repeat = { line, step: { reps: times, text: escaped(text) }, children: [] };
    } else if (times > 0) {
      this.#collapsed(text, line, inRepeat);
    } else if (section) {
      this.#section = section[1] === undefined ? 'cooldown' : 'warmup';
    } else {
      this.#readProse(text);
    }
  }

  #readProse(text: string): void {
    const category = /^category:\s*(.+)$/i.exec(text)?.[1];
    const pool = /^pool length:\s*(\S+)$/i.exec(text)?.[1];
    if (category !== undefined) this.#options = { ...this.#options, category };
    else if (pool !== undefined) this.#options = { ...this.#options, pool_length: pool };
    else this.#prose.push(text);
  }

  #nested(text: string, line: number): void {
    this.#lint.push({
      line,
      level: 'error',
      code: 'nested_repeat',
      message: `repeats do not nest: only "${text}" counts; write the outer one out`,
    });
  }

  #collapsed(text: string, line: number, nested: boolean): void {
    const message = nested
      ? `"${text}" inside a repeat is not read as a repeat (they do not nest): its steps are done once; write the outer repeat out, with blank lines between`
      : `"${text}" follows a step without a blank line: it is not read as a repeat and its steps are done once; put a blank line before it`;
    this.#lint.push({ line, level: 'error', code: nested ? 'nested_repeat' : 'repeat_needs_blank_line', message });
  }

  #close(): void {
    const repeat = this.#repeat;
    this.#repeat = undefined;
    this.#section = undefined;
    if (repeat === undefined) return;
    if (repeat.children.length === 0) {
      const message = `"${repeat.step.text}" has no steps below it and disappears`;
      this.#lint.push({ line: repeat.line, level: 'warning', code: 'empty_repeat', message });
      return;
    }
    this.#steps.push(repeatTotals({ ...repeat.step, steps: repeat.children }));
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function repeatTotals(step: DocStep): DocStep {
  const sum = (key: 'duration' | 'distance') =>
    (step.reps ?? 1) * (step.steps ?? []).reduce((total, leaf) => total + (leaf[key] ?? 0), 0);
  return { ...step, distance: sum('distance'), duration: sum('duration') };
}
