import { bar, table } from '../drawing.ts';
import { numberIn, type Question, rowsOf } from '../question.ts';

const durations = [5, 60, 300, 1200, 3600];

/** Best power of this year against last year, each best held against a brute-force search of the simulator. */
export const powerCurve: Question = {
  asked: 'How does my power curve of this year compare with last year?',
  async answer({ call, sandbox, today, checks }) {
    const year = Number(today.slice(0, 4));
    const { structured } = await call('icu_get_power_curves', {
      period: String(year),
      compare_with: String(year - 1),
      durations_s: durations,
    });
    const rows = rowsOf(structured);
    checks.compare('durations of the curve', rows.length, durations.length);
    for (const row of rows) {
      const seconds = numberIn(row, 'duration_s') ?? 0;
      // Nothing ridden yet this year is "nothing recorded", never 0 W.
      const best = (of: number) => {
        const found = sandbox.truth.bestPower(seconds, `${of}-01-01`, `${of}-12-31`);
        return found === undefined ? null : Math.round(found.watts);
      };
      checks.compare(`best ${seconds} s of ${year}`, numberIn(row, 'power_w'), best(year), 1);
      checks.compare(`best ${seconds} s of ${year - 1}`, numberIn(row, 'compare_power_w'), best(year - 1), 1);
    }
    const top = Math.max(...rows.map((row) => numberIn(row, 'power_w') ?? 0));
    const shown = rows.map((row) => [
      duration(numberIn(row, 'duration_s') ?? 0),
      numberIn(row, 'power_w'),
      numberIn(row, 'compare_power_w'),
      signed(numberIn(row, 'change_pct')),
      bar(numberIn(row, 'power_w') ?? 0, top),
    ]);
    return table(['best', `${year} W`, `${year - 1} W`, 'change', ''], shown);
  },
};

function duration(seconds: number): string {
  return seconds < 60 ? `${seconds} s` : `${seconds / 60} min`;
}

function signed(percent: number | null): string {
  return percent === null ? '' : `${percent > 0 ? '+' : ''}${percent.toFixed(1)} %`;
}
