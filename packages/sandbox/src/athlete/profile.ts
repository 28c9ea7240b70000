/** Who is simulated: the body and the place. Fractions of the season move around these values. */
export interface AthleteProfile {
  readonly key: string;
  readonly name: string;
  readonly sex: 'M' | 'F';
  readonly birthDate: string;
  readonly email: string;
  readonly city: string;
  readonly country: string;
  readonly timeZone: string;
  readonly home: { readonly latitude: number; readonly longitude: number; readonly altitude: number };
  readonly weightKg: number;
  readonly heightM: number;
  readonly restingHr: number;
  readonly maxHr: number;
  /** bpm at threshold on the bike and on foot. */
  readonly lthrRide: number;
  readonly lthrRun: number;
  /** W at mid-season. */
  readonly ftp: number;
  /** J above threshold, and the best second in W. */
  readonly wPrime: number;
  readonly pMax: number;
  /** m/s at threshold. */
  readonly thresholdRun: number;
  readonly thresholdSwim: number;
  /** Training hours relative to the demo athlete. */
  readonly volume: number;
  /** What has become of it in the last days, relative to `volume`; 0 leaves everything out. */
  readonly lately?: { readonly days: number; readonly volume: number };
}

/** The athlete of demos and tests. */
export const DEMO_PROFILE: AthleteProfile = {
  key: 'demo',
  name: 'Maja Demo',
  sex: 'F',
  birthDate: '1991-05-17',
  email: 'maja.demo@example.com',
  city: 'Ljubljana',
  country: 'Slovenia',
  timeZone: 'Europe/Ljubljana',
  home: { latitude: 46.0511, longitude: 14.5051, altitude: 298 },
  weightKg: 64,
  heightM: 1.74,
  restingHr: 46,
  maxHr: 188,
  lthrRide: 170,
  lthrRun: 174,
  ftp: 252,
  wPrime: 18_500,
  pMax: 930,
  thresholdRun: 3.92,
  thresholdSwim: 1.22,
  volume: 1,
};
