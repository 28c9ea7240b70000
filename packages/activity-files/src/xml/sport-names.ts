/**
 * Sport words of TCX, GPX and the apps that write them, as FIT sport names. Strava's exports write its own activity type
 * numbers. Other words are kept in lower case.
 */
const sports: Readonly<Record<string, readonly [string, string | null]>> = {
  biking: ['cycling', null],
  bike: ['cycling', null],
  cycling: ['cycling', null],
  ride: ['cycling', null],
  road_biking: ['cycling', 'road'],
  road_cycling: ['cycling', 'road'],
  mountain_biking: ['cycling', 'mountain'],
  gravel_cycling: ['cycling', 'gravel_cycling'],
  indoor_cycling: ['cycling', 'indoor_cycling'],
  virtual_ride: ['cycling', 'virtual_activity'],
  virtualride: ['cycling', 'virtual_activity'],
  run: ['running', null],
  running: ['running', null],
  trail_running: ['running', 'trail'],
  treadmill_running: ['running', 'treadmill'],
  walk: ['walking', null],
  hike: ['hiking', null],
  swim: ['swimming', null],
  lap_swimming: ['swimming', 'lap_swimming'],
  open_water_swimming: ['swimming', 'open_water'],
  other: ['generic', null],
};

const stravaTypes: Readonly<Record<string, string>> = {
  1: 'cycling',
  4: 'hiking',
  9: 'running',
  10: 'walking',
  16: 'swimming',
};

/** Sport and sub-sport of a word in a file; `creator` is the app that wrote it. */
export function sportOf(word: string, creator: string): { sport: string | null; subSport: string | null } {
  const key = word
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
  if (key === '') return { sport: null, subSport: null };
  const strava = creator.toLowerCase().includes('strava') ? stravaTypes[key] : undefined;
  const [sport, subSport] = (Object.hasOwn(sports, key) ? sports[key] : undefined) ?? [strava ?? key, null];
  return { sport, subSport };
}
