export { criticalSwimSpeed, type SwimTrial } from './critical-swim-speed.ts';
export { type PoolOptions, type Strokes, type SwimLength, strokesOf, swolf } from './lengths.ts';
export {
  type SwimScore,
  type SwimScoreInput,
  type SwimStressInput,
  swimScore,
  swimStressScore,
} from './stress-score.ts';
