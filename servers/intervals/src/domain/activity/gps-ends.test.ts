import { describe, expect, it } from 'vitest';
import { withoutEnds } from './gps-ends.ts';

const series = (type: string, data: (number | null)[], data2: (number | null)[] = []) => ({
  type,
  name: null,
  data,
  data2,
});
const track = series('latlng', [46.123456, 46.2, 46.3, 46.4], [14.123456, 14.2, 14.3, 14.4]);

describe('positions without their ends', () => {
  it('drops the first and last 200 m and rounds what is left', () => {
    const cut = withoutEnds({ ...track, data: [46.1, 46.234567, null, 46.4] }, series('distance', [0, 500, 600, 900]));
    expect(cut.data).toEqual([null, 46.2346, null, null]);
    expect(cut.data2).toEqual([null, 14.2, 14.3, null]);
  });

  it('shows nothing of a track of 400 m or less', () => {
    expect(withoutEnds(track, series('distance', [0, 150, 250, 400])).data).toEqual([null, null, null, null]);
  });

  it('shows nothing when no distance says where the ends are', () => {
    expect(withoutEnds(track, undefined).data2).toEqual([null, null, null, null]);
  });
});
