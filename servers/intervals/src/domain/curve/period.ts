import { Failure, isDay } from '@core/mcp-kit';

const NAMED = /^(all|s\d{1,2}|\d{1,4}[dwmy])$/;

/**
 * A period as a caller writes it, turned into the platform's name for it: `90d`, `1y`, `s0` (this season), `s1` (the one
 * before), `all`, a calendar year `2026`, or two days `2026-01-01..2026-03-31`.
 *
 * @throws Failure `bad_input` with a form that works.
 */
export function curveId(period: string): string {
  const text = period.trim().toLowerCase();
  if (/^\d{4}$/.test(text)) return `r.${text}-01-01.${text}-12-31`;
  if (NAMED.test(text)) return text;
  const [from = '', to = ''] = text.split('..');
  if (isDay(from) && isDay(to) && from <= to) return `r.${from}.${to}`;
  throw new Failure('bad_input', `"${period.slice(0, 40)}" is not a period`, {
    next: 'write 90d, 1y, s0 (this season), s1, all, 2026, or 2026-01-01..2026-03-31',
  });
}

/** The platform's filter for what was done indoors, or with `false` outdoors; none when it does not matter. */
export function indoorFilter(indoor: boolean | undefined): { readonly filters?: readonly object[] } {
  if (indoor === undefined) return {};
  return { filters: [{ field_id: 'indoor', value: indoor ? 'indoor' : 'outdoor', id: 1 }] };
}
