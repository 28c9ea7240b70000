import { addDays } from '@core/mcp-kit';
import { lineChart, sparkline } from '../drawing.ts';
import { numberIn, type Question, rowsOf, textIn } from '../question.ts';

/** Values are given with one decimal, so a true value may lie half a unit of it away. */
const rounding = 0.0501;

/** 90 days of fitness, fatigue and form, and what they say about this week. */
export const form: Question = {
  asked: 'How is my form over 90 days, and should I back off this week?',
  async answer({ call, sandbox, today, checks, paint }) {
    const { structured } = await call('icu_get_fitness_chart', {
      oldest: addDays(today, -89),
      newest: today,
      every: 'day',
    });
    const rows = rowsOf(structured);
    checks.compare('days of the chart', rows.length, 90);
    for (const back of [0, 1, 7, 30, 60, 89]) {
      const day = addDays(today, -back);
      const row = rows.find((each) => textIn(each, 'date') === day);
      const { ctl, atl } = sandbox.truth.fitnessOn(day);
      checks.compare(`CTL on ${day}`, row && numberIn(row, 'ctl'), ctl, rounding);
      checks.compare(`ATL on ${day}`, row && numberIn(row, 'atl'), atl, rounding);
      checks.compare(`form on ${day}`, row && numberIn(row, 'form'), ctl - atl, rounding);
    }
    const column = (name: string) => rows.map((row) => numberIn(row, name));
    const now = structured.today as Record<string, number | string | null>;
    const chart = lineChart([
      { name: 'CTL', mark: '●', values: column('ctl') },
      { name: 'ATL', mark: '·', values: column('atl') },
    ]);
    return [
      chart,
      paint(`      ${addDays(today, -89)}${' '.repeat(46)}${today}   ● CTL  · ATL`, 'dim'),
      `load  ${sparkline(column('load'), 64)}`,
      '',
      `Today: CTL ${now.ctl}, ATL ${now.atl}, form ${now.form} (${now.form_band}), ramp ${now.ramp} a week, load of 7 days ${now.load_7_days}.`,
      paint(advice(now), 'bold'),
    ].join('\n');
  },
};

/** What the bands of Intervals.icu and a ramp rate say; a rule of thumb that names what it rests on. */
function advice({ form: value, ramp }: Record<string, number | string | null>): string {
  if (typeof value !== 'number' || typeof ramp !== 'number') return 'Not enough is recorded to say.';
  if (value < -30) return `Back off: form ${value} is below −30, the high-risk band.`;
  if (ramp > 8) return `Hold the load: fitness rises ${ramp} a week, more than 8 is hard to keep up.`;
  if (value < -10) return `Carry on: form ${value} lies in the band where training works (−30 to −10).`;
  return `No need to back off: form ${value} says you are absorbing the load.`;
}
