import type { Resource } from '@core/mcp-kit';
import type { IntervalsPort } from '../client/index.ts';
import { eventCategories as categories } from '../domain/calendar/event.ts';

const meaning: Readonly<Record<(typeof categories)[number], string>> = {
  WORKOUT: 'a planned session; needs a sport',
  RACE_A: 'the main goal; needs a sport',
  RACE_B: 'a race that is prepared for',
  RACE_C: 'a race out of training',
  NOTE: 'text on one or several days',
  PLAN: 'a phase of the season',
  HOLIDAY: 'days off; availability LIMITED or UNAVAILABLE',
  SICK: 'illness',
  INJURED: 'injury',
  TARGET: 'a goal for load, time or distance, usually of a week',
  SET_EFTP: 'sets the estimated FTP from that day on',
  FITNESS_DAYS: 'other time constants of CTL and ATL from that day on',
  SEASON_START: 'where a season begins; splits curves into s0, s1…',
  SET_FITNESS: 'sets CTL and ATL on that day',
};

const text = `# Calendar entries of Intervals.icu

| Category | Is |
|---|---|
${categories.map((category) => `| ${category} | ${meaning[category]} |`).join('\n')}

Availability of a day: NORMAL, LIMITED, UNAVAILABLE. The end of an entry is shown as its last day.
`;

export const eventCategories: Resource<IntervalsPort> = {
  uri: 'intervals-icu://event-categories',
  name: 'event-categories',
  title: 'Calendar categories',
  description: 'The fourteen kinds of calendar entries and when each is used.',
  mimeType: 'text/markdown',
  read: async () => text,
};
