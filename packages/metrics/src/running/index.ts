export { type CriticalSpeed, criticalSpeed } from './critical-speed.ts';
export { type GradeModel, gradeFactor, minettiCost } from './grade-cost.ts';
export { type GradeOptions, gradedSpeed, gradeSeries, normalizedGradedSpeed } from './graded-speed.ts';
export {
  RACE_DISTANCES,
  type Race,
  riegelExponent,
  riegelTime,
  type TrainingSpeeds,
  trainingSpeeds,
  vdot,
  vdotTime,
} from './race-prediction.ts';
export { type RunningIndexInput, runningIndex } from './running-index.ts';
export {
  type GovssInput,
  govss,
  type Runner,
  type RunStressInput,
  runningPower,
  runStressScore,
} from './stress-score.ts';
