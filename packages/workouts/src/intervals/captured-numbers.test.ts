import { describe, expect, it } from 'vitest';
import { parseWorkoutText } from './parse.ts';
import { docStrain } from './total.ts';

/**
 * Sessions of one live account (2026), reduced to their amounts and watts: the text is ours, the numbers are what the
 * service stored for the same steps. FTP is recovered from the stored load and intensity.
 */
const CAPTURED: readonly [
  name: string,
  text: string,
  ftp: number,
  stored: [watts: number, np: number, load: number, seconds: number, intensity: number],
][] = [
  [
    'threshold test',
    '- 15m 160w-189w\n- 1m 290w\n- 1m 174w\n- 1m 319w\n- 1m 174w\n- 1m 348w\n- 5m 174w\n- 20m 276w-305w\n- 10m 145w',
    290,
    [219, 244, 65, 3300, 84.207535],
  ],
  [
    'sprints of 15 s, shorter than the 30 s window',
    '- 1h30m 190w-220w\n\n5x\n- 15s 700w\n- 3m45s 150w\n\n- 15m 190w-220w',
    291,
    [202, 214, 113, 7500, 73.64781],
  ],
  ['steady', '- 1h30m 197w-256w', 290, [227, 227, 92, 5400, 78.3156]],
  ['recovery', '- 40m 118w-158w 95rpm', 291, [138, 138, 15, 2400, 47.434166]],
  [
    'sweet spot 3 × 12',
    '- 12m 160w-203w\n\n3x\n- 12m 255w-273w\n- 4m 160w\n\n- 10m 145w',
    290,
    [215, 231, 74, 4200, 79.64206],
  ],
  [
    'sweet spot 3 × 15',
    '- 12m 160w-203w\n\n3x\n- 15m 255w-273w\n- 4m 160w\n\n- 10m 145w',
    291,
    [221, 235, 86, 4740, 80.818596],
  ],
  [
    'long with a hard finish',
    '- 1h45m 197w-256w\n\n2x\n- 8m 255w-273w\n- 4m 197w\n\n- 10m 158w',
    290,
    [224, 228, 143, 8340, 78.56629],
  ],
  [
    'race pace',
    '- 15m 165w-215w\n\n3x\n- 30s 380w\n- 1m 150w\n\n- 4m 150w\n\n4x\n- 2m 395w-410w\n- 5m 150w\n\n- 10m 140w',
    285,
    [197, 252, 80, 3690, 88.34522],
  ],
  [
    'tempo',
    '- 20m 190w-235w\n\n3x\n- 10m 245w-260w\n- 3m 165w\n\n- 12m 190w-235w\n\n- 5m 150w',
    287,
    [219, 225, 78, 4560, 78.47225],
  ],
  ['openers', '- 12m 165w-200w\n\n3x\n- 30s 200w\n- 2m 150w\n\n- 10m 150w-180w', 284, [171, 172, 18, 1770, 60.506336]],
];

describe('numbers that the live service stored for such steps', () => {
  it.each(CAPTURED)('%s', (_, text, ftp, [watts, np, load, seconds, intensity]) => {
    const { doc, lint } = parseWorkoutText(text, { ftp }, 'bike');
    expect(lint).toEqual([]);
    expect(doc).toMatchObject({ average_watts: watts, normalized_power: np, duration: seconds });
    const strain = docStrain(doc, { ftp }, 'bike');
    expect(strain?.load).toBe(load);
    expect(strain?.intensity).toBeCloseTo(intensity, 4);
  });
});

describe('labels, by the rules that 118 captured events obey', () => {
  it.each([
    ['- 20min effort 20m 276w-305w', undefined, 1200],
    ['- Steady, NP under 68% MAP (266w) 1h30m 197w-256w', 'Steady, NP under', 5400],
    ['- Endurance, 60–90g carbs an hour 1h45m 197w-256w', 'Endurance, 60–90g carbs an hour', 6300],
    ['- Hold cadence ≥85 15m 255w-273w', 'Hold cadence ≥85', 900],
    ['- Every lap at 16.35, plus or minus 0.10. 2m17s 420w', 'Every lap at 16.35, plus or minus 0.10.', 137],
  ])('%s', (text, label, seconds) => {
    const step = parseWorkoutText(text, {}).doc.steps[0];
    expect(step?.text).toBe(label);
    expect(step?.duration).toBe(seconds);
  });
});
