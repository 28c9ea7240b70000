import { describe, expect, it } from 'vitest';
import { isHidden } from '../../domain/activity/hidden.ts';
import { activityRow } from '../../domain/activity/row.ts';
import { wireActivityRow } from './activity.ts';
import { rows } from './blocks.ts';

/** The five keys that the live service gives for an activity from Strava. */
const stub = {
  id: '19094204373',
  icu_athlete_id: 'i123',
  start_date_local: '2026-09-29T15:02:07',
  source: 'STRAVA',
  _note: 'STRAVA activities are not available via the API',
};

const ride = {
  id: 'i89',
  icu_athlete_id: 'i123',
  name: 'Spin',
  type: 'Ride',
  start_date_local: '2026-09-24T16:25:25',
  source: 'GARMIN_CONNECT',
  moving_time: 3600,
  icu_distance: 30_000.4,
  icu_training_load: 0,
  total_elevation_gain: null,
  average_heartrate: 'NaN',
  some_new_field: { of: 'theirs' },
};

describe('an activity on the wire', () => {
  it('keeps 0, reads null, absent and "NaN" as nothing recorded, and ignores fields it does not know', () => {
    const row = activityRow(wireActivityRow.parse(ride));
    expect(row).toMatchObject({ load: 0, elevation_gain_m: null, average_hr_bpm: null, np_w: null });
    expect(row.distance_km).toBeCloseTo(30.0004, 4);
  });

  it('knows a Strava stub by its note, and a row without sport and name that came round through another service', () => {
    expect(isHidden(wireActivityRow.parse(stub))).toBe(true);
    const { source: _source, _note, ...bare } = stub;
    expect(isHidden(wireActivityRow.parse(bare))).toBe(true);
    expect(isHidden(wireActivityRow.parse(ride))).toBe(false);
  });

  it('loses one bad row, not the list, and counts it', () => {
    const read = rows(wireActivityRow).parse([ride, { ...ride, id: null }, { ...ride, id: 123 }]);
    expect(read.items.map(({ id }) => id)).toEqual(['i89', '123']);
    expect(read.skipped).toBe(1);
  });
});
