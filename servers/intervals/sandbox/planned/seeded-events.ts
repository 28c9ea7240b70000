import { addDays, HOSTILE_TEXTS, mondayOf } from '@core/sandbox/athlete';
import type { AthleteRecord } from '../athlete-record.ts';

/** Notes, weeks off, goals and blocks that are on the calendar beside the planned sessions. */
export function seededEvents(record: AthleteRecord): Record<string, unknown>[] {
  const { season, today } = record.simulated;
  const at = (day: string) => `${day}T00:00:00`;
  const monday = mondayOf(today);
  const note = (day: string, name: string, description: string) => ({
    category: 'NOTE',
    start_date_local: at(day),
    name,
    description,
    color: 'green',
  });
  return [
    ...season.sickness.map(({ from, to }) => spell('SICK', 'Cold', from, to)),
    ...season.holidays.map(({ from, to }) => spell('HOLIDAY', 'Holiday in the hills', from, to)),
    note(addDays(today, -1), 'Coach', `Well paced. ${HOSTILE_TEXTS.injection}`),
    note(addDays(today, -4), 'Knee', HOSTILE_TEXTS.html),
    note(addDays(today, 2), HOSTILE_TEXTS.rightToLeft, HOSTILE_TEXTS.control),
    {
      category: 'TARGET',
      start_date_local: at(monday),
      end_date_local: at(addDays(monday, 7)),
      type: 'Ride',
      name: 'Weekly ride load',
      for_week: true,
      load_target: 380,
      time_target: 27_000,
    },
    {
      category: 'RACE_B',
      start_date_local: at(addDays(season.nextRaceDay, -21)),
      type: 'Run',
      name: 'Autumn 10k',
      moving_time: 2_640,
      distance: 10_000,
      icu_training_load: 62,
    },
    { category: 'SEASON_START', start_date_local: at(addDays(season.nextRaceDay, -175)), name: 'New season' },
    {
      category: 'PLAN',
      start_date_local: at(addDays(season.nextRaceDay, -83)),
      end_date_local: at(addDays(season.nextRaceDay, -20)),
      name: 'Build',
      color: 'orange',
    },
  ];
}

function spell(category: string, name: string, from: string, to: string): Record<string, unknown> {
  return {
    category,
    name,
    start_date_local: `${from}T00:00:00`,
    end_date_local: `${addDays(to, 1)}T00:00:00`,
    training_availability: 'UNAVAILABLE',
  };
}
