import type { Sport } from '@core/sandbox/athlete';

export interface SportIds {
  readonly type: number;
  readonly sub: number | null;
}

/** The service's ids of what the simulator calls a sport. */
export const IDS_OF_SPORT: Readonly<Record<Sport, SportIds>> = {
  ride: { type: 2, sub: 3 },
  'virtual-ride': { type: 2, sub: 49 },
  'gravel-ride': { type: 2, sub: 4 },
  run: { type: 3, sub: 10 },
  'trail-run': { type: 3, sub: 12 },
  swim: { type: 1, sub: 2 },
  strength: { type: 9, sub: null },
  hike: { type: 13, sub: 41 },
};

const NAMES: readonly (readonly [number, string, readonly (readonly [number, string])[]])[] = [
  [
    1,
    'Swim',
    [
      [1, 'Open Water Swim'],
      [2, 'Pool Swim'],
    ],
  ],
  [
    2,
    'Bike',
    [
      [3, 'Road Bike'],
      [4, 'Gravel Bike'],
      [5, 'Track Bike'],
      [6, 'Indoor Bike'],
      [7, 'Cyclocross'],
      [8, 'E-Bike'],
      [9, 'Hand Cycling'],
      [47, 'Time Trial'],
      [49, 'Virtual Bike'],
    ],
  ],
  [
    3,
    'Run',
    [
      [10, 'Road Run'],
      [11, 'Track Run'],
      [12, 'Trail Run'],
      [13, 'Indoor Run'],
      [50, 'Virtual Run'],
    ],
  ],
  [4, 'Brick', []],
  [5, 'Crosstrain', []],
  [6, 'Race', []],
  [7, 'Day Off', []],
  [
    8,
    'Mountain Bike',
    [
      [14, 'Cross Country'],
      [15, 'Enduro'],
      [16, 'Downhill'],
      [17, 'Short Track'],
      [18, 'Fat Bike'],
      [19, 'E-MTB'],
    ],
  ],
  [9, 'Strength', []],
  [10, 'Custom', []],
  [
    11,
    'XC-Ski',
    [
      [26, 'Classic'],
      [27, 'Skate'],
      [28, 'Alpine'],
      [29, 'Ski Touring'],
      [30, 'Ski Mountaineering'],
      [31, 'Biathlon'],
      [32, 'Roller Skiing'],
      [33, 'Nordic Combined'],
      [34, 'Split Boarding'],
      [46, 'Cross Country'],
    ],
  ],
  [
    12,
    'Rowing',
    [
      [39, 'Indoor Rowing'],
      [51, 'Virtual Rowing'],
    ],
  ],
  [
    13,
    'Walk',
    [
      [41, 'Hike'],
      [42, 'Treadmill Walk'],
      [43, 'Mountaineering'],
      [44, 'Hunting'],
    ],
  ],
  [
    29,
    'Strength',
    [
      [20, 'Mobility'],
      [21, 'Functional Fitness'],
      [22, 'Yoga'],
      [23, 'Rock Climbing'],
      [24, 'Hybrid Strength'],
      [25, 'Stretching'],
    ],
  ],
  [
    100,
    'Other',
    [
      [35, 'Canoe'],
      [36, 'Stand-up Paddle'],
      [37, 'Sailing'],
      [38, 'Kayak'],
      [40, 'Surfing'],
      [45, 'Speed Skating'],
      [48, 'Equestrian'],
    ],
  ],
];

/** The answer of `workouttypes`. */
export const WORKOUT_TYPES = NAMES.map(([id, name, subs]) => ({
  id,
  name,
  subTypes: subs.map(([subId, subName]) => ({ id: subId, name: subName })),
}));
