/**
 * Models of power against duration and what they say (CP, W′, Pmax).
 *
 * | Platform | Models |
 * |---|---|
 * | here | 2-parameter in its three regressions, 3-parameter, OmniPD, with intervals; fitted to the upper envelope |
 * | Intervals.icu | MS_2P, MORTON_3P, ECP, and FFT_CURVES (default): a generic curve through the best single effort |
 * | GoldenCheetah | 2- and 3-parameter, extended CP, Veloclinic, Ward-Smith |
 * | igpsport-mcp | two points |
 * | WKO | its own power–duration model, not published |
 *
 * @packageDocumentation
 */

export { type CurveFitOptions, type Effort, effortsFromCurve, type Parameter, type PowerDurationFit } from './fit.ts';
export {
  fitExtendedCp,
  fitLogDecline,
  fitOmniPd,
  fitThreeParameter,
  fitVeloclinic,
  fitWardSmith,
} from './full-range.ts';
export {
  EXTENDED_CP_START,
  type ExtendedCp,
  type LogDecline,
  type OmniPd,
  type PowerDurationModel,
  powerAt,
  type ThreeParameter,
  type TwoParameter,
  timeToExhaustion,
  type Veloclinic,
  type WardSmith,
} from './models.ts';
export { fitTwoParameter, type TwoParameterForm } from './two-parameter.ts';
