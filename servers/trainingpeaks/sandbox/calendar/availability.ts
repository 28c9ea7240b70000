import { addDays } from '@core/sandbox/athlete';
import type { Row } from '../shape/body.ts';

/** One holiday without training, and a week in which only running is possible. */
export function seededAvailability(personId: number, number: number, today: string, heavy: boolean): [number, Row][] {
  const rows: Row[] = [
    {
      id: 50_000 + number * 100 + 1,
      startDate: `${addDays(today, 12)}T00:00:00`,
      endDate: `${addDays(today, 14)}T00:00:00`,
      type: 1,
      availableSportTypes: [],
      reason: 'Vacation',
      description: 'At the sea',
    },
    {
      id: 50_000 + number * 100 + 2,
      startDate: `${addDays(today, 20)}T00:00:00`,
      endDate: `${addDays(today, 24)}T00:00:00`,
      type: 2,
      availableSportTypes: [3],
      reason: 'Work',
      description: 'trade fair',
    },
  ];
  for (let n = 0; heavy && n < 60; n++) {
    rows.push({
      id: 50_000 + number * 100 + 10 + n,
      startDate: `${addDays(today, 30 + 2 * n)}T00:00:00`,
      endDate: `${addDays(today, 30 + 2 * n)}T00:00:00`,
      type: 2,
      availableSportTypes: [1, 3],
      reason: 'Work',
      description: `Late shift ${n + 1}`,
    });
  }
  return rows.map((row) => [Number(row.id), { ...row, personId, limitedAvailability: false }]);
}
