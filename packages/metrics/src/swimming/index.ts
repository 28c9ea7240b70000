/**
 * Swimming: critical swim speed, sTSS, SwimScore, strokes.
 *
 * | Platform | sTSS |
 * |---|---|
 * | here | speed over moving time, cubed; hours moving (default) or total |
 * | TrainingPeaks | speed over moving time, hours total |
 * | Intervals.icu | speed over moving time, hours moving |
 * | elevate | speed over moving time, hours elapsed |
 * | GoldenCheetah | SwimScore (Skiba) |
 *
 * @packageDocumentation
 */

export { criticalSwimSpeed, type SwimTrial } from './critical-swim-speed.ts';
export { type PoolOptions, type Strokes, type SwimLength, strokesOf, swolf } from './lengths.ts';
export {
  type SwimScore,
  type SwimScoreInput,
  type SwimStressInput,
  swimScore,
  swimStressScore,
} from './stress-score.ts';
