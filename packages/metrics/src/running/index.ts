/**
 * Running: what a slope costs, graded pace, the load of a run, race prediction, critical speed.
 *
 * | Platform | Graded pace | Load |
 * |---|---|---|
 * | here | Strava's curve (default) or Minetti's cost; grade over 40 m | rTSS: NGP squared; GOVSS as option |
 * | TrainingPeaks | NGP, not published | rTSS |
 * | Intervals.icu | `STRAVA_RUN` or none | graded speed, squared |
 * | GoldenCheetah | polynomial in % of grade after Strava | GOVSS |
 *
 * @packageDocumentation
 */

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
