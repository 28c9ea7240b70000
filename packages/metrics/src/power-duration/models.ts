/** CP, W and W′, J, of the hyperbola. */
export interface TwoParameter {
  readonly kind: 'two_parameter';
  readonly cp: number;
  readonly wPrime: number;
}

/** Morton's hyperbola with a finite power at t = 0. */
export interface ThreeParameter {
  readonly kind: 'three_parameter';
  readonly cp: number;
  readonly wPrime: number;
  readonly pmax: number;
}

/** Exponential rise to W′; `cappedCp` also lets CP come up with the same time constant. */
export interface WardSmith {
  readonly kind: 'ward_smith';
  readonly cp: number;
  readonly wPrime: number;
  readonly pmax: number;
  readonly cappedCp: boolean;
}

/** Puchowicz: Ward-Smith's rise, CP constant to `tcpMax` seconds, then falling by `a` W for each e-fold of time. */
export interface OmniPd {
  readonly kind: 'omni_pd';
  readonly cp: number;
  readonly wPrime: number;
  readonly pmax: number;
  readonly a: number;
  readonly tcpMax: number;
}

/** Damien's extended CP: immediate + glycolytic + oxidative, time in minutes inside. */
export interface ExtendedCp {
  readonly kind: 'extended_cp';
  readonly paa: number;
  readonly paaDec: number;
  readonly ecp: number;
  readonly tau: number;
  readonly tauDel: number;
  readonly ecpDel: number;
  readonly ecpDec: number;
  readonly ecpDecDel: number;
}

/** Veloclinic's two components, with a delay of 10 s on the first. */
export interface Veloclinic {
  readonly kind: 'veloclinic';
  readonly w1: number;
  readonly tau1: number;
  readonly p2: number;
  readonly tau2: number;
  readonly alpha: number;
}

/** P = intercept − slope · ln t: long efforts only (Péronnet–Thibault, Pinot–Grappe). */
export interface LogDecline {
  readonly kind: 'log_decline';
  readonly intercept: number;
  readonly slope: number;
}

export type PowerDurationModel =
  | TwoParameter
  | ThreeParameter
  | WardSmith
  | OmniPd
  | ExtendedCp
  | Veloclinic
  | LogDecline;

/** Where the GoldenCheetah fit of the extended model starts. @source GoldenCheetah (extended CP) */
export const EXTENDED_CP_START: ExtendedCp = {
  kind: 'extended_cp',
  paa: 1000,
  paaDec: -2,
  ecp: 300,
  tau: 1.2,
  tauDel: -4.8,
  ecpDel: -0.9,
  ecpDec: -0.6,
  ecpDecDel: -180,
};

/**
 * Power that a model gives for a duration, W. Plain arithmetic: parameters outside their domain give what the formula
 * gives.
 *
 * - two_parameter: CP + W′/t
 * - three_parameter: CP + W′/(t + W′/(Pmax − CP)), from t = W′/(P − CP) − W′/(Pmax − CP)
 * - ward_smith: W′/t·(1 − e^(−t(Pmax−CP)/W′)) + CP, CP with the same factor when `cappedCp`
 * - omni_pd: ward_smith − A·ln(t/tcpMax) beyond tcpMax (1800 s)
 * - extended_cp, veloclinic, log_decline: see their types
 * @throws RangeError unless `seconds` is above 0
 * @source Monod & Scherrer 1965; Morton 1996; Ward-Smith; Puchowicz 2020; GoldenCheetah
 */
export function powerAt(model: PowerDurationModel, seconds: number): number {
  const t = seconds;
  if (!(t > 0)) throw new RangeError(`seconds must be above 0, got ${seconds}`);
  switch (model.kind) {
    case 'two_parameter':
      return model.cp + model.wPrime / t;
    case 'three_parameter':
      return model.cp + model.wPrime / (t + model.wPrime / (model.pmax - model.cp));
    case 'ward_smith': {
      const rise = -Math.expm1((-t * (model.pmax - model.cp)) / model.wPrime);
      return (model.wPrime / t) * rise + model.cp * (model.cappedCp ? rise : 1);
    }
    case 'omni_pd': {
      const rise = -Math.expm1((-t * (model.pmax - model.cp)) / model.wPrime);
      const decline = t > model.tcpMax ? model.a * Math.log(t / model.tcpMax) : 0;
      return (model.wPrime / t) * rise + model.cp - decline;
    }
    case 'extended_cp':
      return extended(model, t / 60);
    case 'veloclinic': {
      const first = (model.w1 / t) * -Math.expm1(-t / model.tau1) * (-Math.expm1(-t / 10)) ** model.alpha;
      return first + ((model.p2 * model.tau2) / t) * -Math.expm1(-t / model.tau2);
    }
    case 'log_decline':
      return model.intercept - model.slope * Math.log(t);
  }
}

function extended(model: ExtendedCp, minutes: number): number {
  const immediate = model.paa * (1.2 - 0.2 * Math.exp(-minutes)) * Math.exp(model.paaDec * minutes);
  const onset = -Math.expm1(model.tauDel * minutes) * -Math.expm1(model.ecpDel * minutes);
  const decay = 1 + model.ecpDec * Math.exp(model.ecpDecDel / minutes);
  return immediate + model.ecp * onset * decay * (1 + model.tau / minutes);
}

/**
 * Time to exhaustion at a power, s: t = W′/(P − CP), minus W′/(Pmax − CP) with three parameters. Infinity at or below
 * CP, 0 at or above Pmax. @source Monod & Scherrer 1965; Morton 1996 Ergonomics 39:611
 */
export function timeToExhaustion(model: TwoParameter | ThreeParameter, watts: number): number {
  if (watts <= model.cp) return Number.POSITIVE_INFINITY;
  const plain = model.wPrime / (watts - model.cp);
  return model.kind === 'two_parameter' ? plain : Math.max(0, plain - model.wPrime / (model.pmax - model.cp));
}
