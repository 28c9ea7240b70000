import { describe, expect, it } from 'vitest';
import type { LintCode } from './lint.ts';
import { parseWorkoutText, toWorkoutDoc } from './parse.ts';

const steps = (text: string) => toWorkoutDoc(text, { ftp: 286 }).steps;
const codes = (text: string): LintCode[] => parseWorkoutText(text, { ftp: 286 }, 'bike').lint.map(({ code }) => code);

describe('traps of the workout text, each as the live service falls into it', () => {
  it('a bare m is minutes: "400m" in a 4x block is a 26.7-hour workout', () => {
    const parsed = parseWorkoutText('4x\n- 400m\n- 1m', {});
    expect(parsed.doc).toMatchObject({
      distance: 0,
      duration: 96_240,
      steps: [{ steps: [{ duration: 24_000 }, { duration: 60 }] }],
    });
    expect(parsed.lint).toEqual([
      {
        line: 2,
        level: 'error',
        code: 'minutes_not_metres',
        message: '"400m" is 400 minutes; metres are written 400mtr',
      },
    ]);
  });

  it('an approximate amount (~5m) drops the step', () => {
    expect(steps('- ~5m 50%')).toEqual([]);
    expect(codes('- ~5m 50%')).toContain('no_amount');
  });

  it('a step without any amount is dropped without a word', () => {
    const parsed = parseWorkoutText('- MAX standing start from near-stop\n- 10m Z2', {});
    expect(parsed.doc.steps).toHaveLength(1);
    expect(parsed.dropped).toEqual([{ line: 1, text: '- MAX standing start from near-stop', reason: 'no amount' }]);
  });

  it('a space after the dash is optional', () => {
    expect(steps('-Z2 2h')).toEqual([{ duration: 7200, power: { units: 'power_zone', value: 2 } }]);
  });

  it('a bare number belongs to the label', () => {
    expect(steps('- Build 1 30s 300w')[0]?.text).toBe('Build 1');
  });

  it('"ramp" in the label is no ramp', () => {
    expect(steps('- Ramp to failure 1m 140w')).toEqual([
      { text: 'Ramp to failure', duration: 60, power: { units: 'w', value: 140 } },
    ]);
  });

  it('a zone before the amount clears the label, one after it does not', () => {
    expect(steps('- Z2 Steady 1h45m')[0]).toEqual({ duration: 6300, power: { units: 'power_zone', value: 2 } });
    expect(steps('- Easy Z2 all day 45m')[0]?.text).toBeUndefined();
    expect(steps('- Cooldown 10m Z1')[0]?.text).toBe('Cooldown');
    expect(codes('- Easy Z2 all day 45m')).toContain('label_lost');
  });

  it('number and unit inside the label end it', () => {
    expect(steps('- hold <40% 10m 50%')[0]).toMatchObject({ text: 'hold &lt;', duration: 600, power: { value: 50 } });
    expect(steps('- about 20min then 10m 50%')[0]).toMatchObject({ text: 'about', duration: 600 });
    expect(codes('- about 20min then 10m 50%')).toContain('label_cut');
  });

  it('"best 60s" in the label becomes the amount', () => {
    expect(steps('- Ramp: MAP = best 60s')[0]).toMatchObject({ text: 'Ramp: MAP = best', duration: 60 });
  });

  it('a label that repeats the amount doubles the step', () => {
    expect(steps('- Easy 45m ride 45m Z2')[0]).toMatchObject({ text: 'Easy', duration: 5400 });
    expect(codes('- Easy 45m ride 45m Z2')).toContain('amounts_added');
  });

  it('a decimal such as 0.33s does not end the label', () => {
    expect(steps('- worth 0.33s per lap 20m 54-66%')[0]).toMatchObject({ text: 'worth 0.33s per lap', duration: 1200 });
  });

  it('the later target of a kind wins', () => {
    expect(steps('- Z6 1m 113-138%')[0]).toEqual({ duration: 60, power: { units: '%ftp', start: 113, end: 138 } });
    expect(codes('- Z6 1m 113-138%')).toContain('target_replaced');
  });

  it('< and & come back escaped', () => {
    expect(steps('- Over & under < FTP 5m 90%')[0]?.text).toBe('Over &amp; under &lt; FTP');
  });

  it('a repeat straight after a step, without a blank line, collapses', () => {
    const text = '- 5m 70%\nMain set 6x\n- 4m 100%\n- 5m 40%';
    expect(steps(text).map(({ duration }) => duration)).toEqual([300, 240, 300]);
    expect(codes(text)).toEqual(['repeat_needs_blank_line']);
  });

  it('a repeat without a blank line behind it swallows the next steps', () => {
    expect(steps('5x\n- 30s 120%\n- 30s 50%\n- Cooldown 5m 50%')).toMatchObject([{ reps: 5, duration: 1800 }]);
  });

  it('"- 4x" is a step without an amount, not a repeat', () => {
    expect(steps('- 4x\n- 1m 120%')).toEqual([{ duration: 60, power: { units: '%ftp', value: 120 } }]);
    expect(codes('- 4x\n- 1m 120%')).toContain('dash_before_repeat');
  });

  it('repeats do not nest', () => {
    const text = '3x\n- 5m 100%\n2x\n- 30s 120%\n- 30s 50%';
    expect(steps(text)).toMatchObject([{ reps: 3, duration: 900 }, { duration: 30 }, { duration: 30 }]);
    expect(codes(text)).toEqual(['nested_repeat']);
  });

  it('indented steps directly under a header are its steps', () => {
    expect(steps('4x\n  - 1m 120%\n  - 1m 50%')).toMatchObject([{ reps: 4, duration: 480 }]);
  });

  it('prose closes a repeat', () => {
    expect(steps('4x\n- 1m 120%\nthen easy\n- 5m 50%')).toMatchObject([{ reps: 4 }, { duration: 300 }]);
  });

  it('a header written "4 x" counts', () => {
    expect(steps('4 x\n- 1m 120%')).toMatchObject([{ reps: 4, text: '4 x' }]);
  });

  it.each(['Warmup', 'warm up', 'WARM-UP'])('the section header %s marks its steps until a blank line', (header) => {
    expect(steps(`${header}\n- 5m 50%\n\n- 5m 60%`).map(({ warmup }) => warmup)).toEqual([true, undefined]);
  });

  it.each(['Cooldown', 'Cool down', 'cool-down'])('the section header %s marks its steps', (header) => {
    expect(steps(`${header}\n- 5m 50%`)[0]?.cooldown).toBe(true);
  });

  it.each(['150bpm', 'RPE 7', 'CSS', '95%MAP'])('%s is no target: the step keeps only its amount', (target) => {
    expect(steps(`- 10m ${target}`)).toEqual([{ duration: 600 }]);
    expect(codes(`- 10m ${target}`)).toContain('target_not_read');
  });

  it('a pace without the word Pace is not read', () => {
    expect(steps('- 1km 5:00/km')[0]).not.toHaveProperty('pace');
    expect(codes('- 1km 5:00/km')).toContain('pace_word_missing');
  });

  it('a bare zone on a run is a power zone', () => {
    const parsed = parseWorkoutText('- 10m Z2', {}, 'run');
    expect(parsed.doc.steps[0]?.power?.units).toBe('power_zone');
    expect(parsed.lint.map(({ code }) => code)).toEqual(['power_zone_on_foot']);
  });

  it('a long dash in a range is reported', () => {
    expect(codes('- 10m 40–55%')).toContain('long_dash');
  });

  it('intensity= before the amount is only text', () => {
    expect(steps('- intensity=rest 5m 40%')[0]).toMatchObject({ text: 'intensity=rest' });
    expect(steps('- intensity=rest 5m 40%')[0]).not.toHaveProperty('intensity');
  });

  it('a ramp without a range is a steady step', () => {
    expect(steps('- 10m ramp 75%')[0]).toEqual({ duration: 600, power: { units: '%ftp', value: 75 } });
    expect(codes('- 10m ramp 75%')).toEqual(['ramp_not_read']);
  });

  it('headings, tables and coach notes are prose', () => {
    const doc = toWorkoutDoc('# Day 3\n- 10m Z2\n\n| a | b |\n--- Coach Notes ---\n2 x 1 min Z5', {});
    expect(doc.steps).toHaveLength(1);
    expect(doc.description).toBe('# Day 3\n| a | b |\n2 x 1 min Z5');
  });

  it('timed cues stay in the label, marks and all', () => {
    expect(steps('- First message 33^Second message <!> 10m ramp 25-75%')[0]).toEqual({
      text: 'First message 33^Second message <!>',
      duration: 600,
      ramp: true,
      power: { units: '%ftp', start: 25, end: 75 },
    });
  });

  it('a header above another header has no steps: the inner one counts', () => {
    expect(steps('3x\n2x\n- 30s 120%')).toMatchObject([{ reps: 2 }]);
    expect(codes('3x\n2x\n- 30s 120%')).toEqual(['empty_repeat', 'nested_repeat']);
  });
});

describe('enormous and hostile text is read in bounded time', () => {
  it.each<[string, string]>([
    ['10,000 steps', '- 1m 50%\n'.repeat(10_000)],
    ['repeats that add up to millions of steps', '9999x\n- 1m 50%\n\n'.repeat(1600)],
    ['a step of 9,999 hours 9,999 times', '9999x\n- 9999h 50%'],
    ['a line of 100,000 words', `- ${'a1 '.repeat(100_000)}10m`],
    ['a number of a million digits', `- ${'1'.repeat(1_000_000)}m`],
    ['100,000 ramps', `- ${'ramp '.repeat(100_000)}10m`],
    ['blanks before nothing', `1${' '.repeat(1_000_000)}y`],
  ])('%s', (_, text) => {
    const start = performance.now();
    const { doc } = parseWorkoutText(text, { ftp: 250 });
    expect(performance.now() - start).toBeLessThan(5000);
    expect(doc.steps.length).toBeLessThanOrEqual(5000);
  });

  it('names the lines beyond the 5,000th that it does not read', () => {
    const { dropped } = parseWorkoutText('- 1m 50%\n'.repeat(5001), {});
    expect(dropped).toEqual([{ line: 5001, text: '- 1m 50%', reason: 'only 5000 lines are read' }]);
  });
});
