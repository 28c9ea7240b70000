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
