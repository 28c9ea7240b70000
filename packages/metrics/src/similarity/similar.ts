import { type Metric, none, value } from '../result/index.ts';

/** What describes a session. Leave out what is not known; 0 is a value. */
export interface SessionFeatures {
  readonly id: string;
  /** Sessions of another sport are never similar. */
  readonly sport: string;
  /** Moving time, s. */
  readonly seconds?: number;
  /** m */
  readonly distance?: number;
  /** m */
  readonly elevationGain?: number;
  /** Load points. */
  readonly load?: number;
  /** IF or its like, 1 at threshold. */
  readonly intensity?: number;
  /** Average heart rate, bpm. */
  readonly heartRate?: number;
  /** Variability index: NP / average power, or its like. */
  readonly variability?: number;
  /** Share of the time in each zone, 0–1, in order. */
  readonly zoneShares?: readonly number[];
}

type Feature = Exclude<keyof SessionFeatures, 'id' | 'sport'>;

export interface SimilarityOptions {
  /** Weights that replace the defaults; 0 ignores a feature. */
  readonly weights?: Partial<Record<Feature, number>>;
  /** Least similarity, 0–1. Default 0.7. */
  readonly least?: number;
  /** Most sessions to name. Default 10. */
  readonly most?: number;
}

/** A session like the one asked about. */
export interface SimilarSession {
  readonly id: string;
  /** 1: the same in every feature compared; 0.7: about 15 % apart on average. */
  readonly similarity: number;
  /** Features compared, the least alike first, each with its own similarity. */
  readonly features: readonly { readonly feature: Feature; readonly similarity: number }[];
}

const WEIGHTS: Readonly<Record<Feature, number>> = {
  seconds: 2,
  intensity: 3,
  load: 1,
  distance: 1,
  elevationGain: 1,
  heartRate: 1,
  variability: 2,
  zoneShares: 3,
};

/** Differences that count as one unit: half alike. */
const UNITS: Readonly<Record<Exclude<Feature, 'zoneShares'>, { readonly unit: number; readonly floor: number }>> = {
  seconds: { unit: Math.log(1.5), floor: 60 },
  intensity: { unit: Math.log(1.15), floor: 0.01 },
  load: { unit: Math.log(1.6), floor: 5 },
  distance: { unit: Math.log(1.5), floor: 500 },
  elevationGain: { unit: Math.log(2.5), floor: 50 },
  heartRate: { unit: Math.log(1.12), floor: 1 },
  variability: { unit: Math.log(1.12), floor: 0.01 },
};

const FEWEST = 2;

/**
 * Sessions like a given one, the most alike first.
 *
 * Each feature that both sessions have is compared on a scale of ratios, |ln((a + floor)/(b + floor))|, and halves its
 * similarity for each unit (1.5 × the duration, 1.15 × the intensity …); zone shares by the share of time in other zones.
 * The similarity of two sessions is the weighted geometric mean: it depends on nothing but the two of them.
 *
 * @returns an empty list when nothing is alike; `too_few` when the session has fewer than two features, `bad_input` for a
 *   feature that is negative or not finite, zone shares that do not sum to about 1, or options out of range.
 * @source engineering choice; units and weights are data of this file.
 */
export function similarSessions(
  session: SessionFeatures,
  candidates: readonly SessionFeatures[],
  options: SimilarityOptions = {},
): Metric<readonly SimilarSession[]> {
  const { least = 0.7, most = 10 } = options;
  const weights = { ...WEIGHTS, ...options.weights };
  if (!(least >= 0 && least <= 1 && most >= 1)) return none('bad_input', 'least must be 0 to 1 and most 1 or more');
  if (!Object.values(weights).every((weight) => weight >= 0 && weight < Number.POSITIVE_INFINITY))
    return none('bad_input', 'weights must be finite numbers from 0 up');
  for (const checked of [session, ...candidates]) {
    const flaw = flawOf(checked);
    if (flaw !== null) return none('bad_input', `session ${checked.id}: ${flaw}`);
  }
  if (featuresOf(session).length < FEWEST) return none('too_few', `the session has fewer than ${FEWEST} features`);
  const found: SimilarSession[] = [];
  for (const candidate of candidates) {
    if (candidate.id === session.id || candidate.sport !== session.sport) continue;
    const compared = compare(session, candidate, weights);
    if (compared !== null && compared.similarity >= least) found.push(compared);
  }
  found.sort((a, b) => b.similarity - a.similarity || (a.id < b.id ? -1 : 1));
  return value(found.slice(0, most), 'weighted geometric mean of feature similarities');
}

function compare(
  a: SessionFeatures,
  b: SessionFeatures,
  weights: Readonly<Record<Feature, number>>,
): SimilarSession | null {
  let [exponent, total] = [0, 0];
  const features = featuresOf(a).flatMap((feature) => {
    const apart = distanceOf(a, b, feature);
    if (apart === null || weights[feature] === 0) return [];
    exponent += weights[feature] * apart;
    total += weights[feature];
    return [{ feature, similarity: 0.5 ** apart }];
  });
  if (features.length < FEWEST) return null;
  features.sort((x, y) => x.similarity - y.similarity);
  return { id: b.id, similarity: 0.5 ** (exponent / total), features };
}

/** Distance of one feature in units; null when one side lacks it or the zones differ in number. */
function distanceOf(a: SessionFeatures, b: SessionFeatures, feature: Feature): number | null {
  if (feature === 'zoneShares') {
    const [x, y] = [a.zoneShares, b.zoneShares];
    if (x === undefined || y === undefined || x.length !== y.length) return null;
    return x.reduce((sum, share, i) => sum + Math.abs(share - y[i]!), 0) / 2 / 0.25;
  }
  const [x, y] = [a[feature], b[feature]];
  if (x === undefined || y === undefined) return null;
  const { unit, floor } = UNITS[feature];
  return Math.abs(Math.log((x + floor) / (y + floor))) / unit;
}

function featuresOf(session: SessionFeatures): Feature[] {
  return (Object.keys(WEIGHTS) as Feature[]).filter((feature) => session[feature] !== undefined);
}

function flawOf(session: SessionFeatures): string | null {
  for (const feature of featuresOf(session)) {
    const part = session[feature]!;
    const numbers = typeof part === 'number' ? [part] : part;
    if (!numbers.every((number) => number >= 0 && number < Number.POSITIVE_INFINITY))
      return `${feature} must be a finite number from 0 up; leave it out when unknown`;
  }
  const sum = session.zoneShares?.reduce((total, share) => total + share, 0) ?? 1;
  return Math.abs(sum - 1) > 0.02 ? `zoneShares sum to ${sum.toFixed(3)}, not 1` : null;
}
