/**
 * Thresholds from efforts, with evidence, confidence and refusals: an hour of easy riding is not a test.
 *
 * | Platform | FTP |
 * |---|---|
 * | here | tests by protocol; automatic from one maximal effort of 3 to 30 min: P(t)/(1 + 59.4/(t + 18.5)) |
 * | Intervals.icu | one effort of 3 min or more on a family of curves; decays with load, recipe not published |
 * | GoldenCheetah | weekly fits over six weeks of bests |
 * | igpsport-mcp | best hour, else 0.95 × 20 min, else 0.95 × two-point CP |
 *
 * @packageDocumentation
 */

export { type ThresholdChange, type ThresholdSigns, thresholdChange } from './change.ts';
export { FTP_TESTS, ftpFromTest } from './dedicated-tests.ts';
export { type Confidence, type EffortContext, type MaximalEvidence, maximalEvidence } from './evidence.ts';
export {
  AVERAGE_SHAPE,
  type CurveShape,
  type DatedEstimate,
  estimateFtp,
  type FtpEstimate,
  type FtpOptions,
  ftpOnDay,
  impliedFtp,
} from './ftp.ts';
export {
  aerobicThreshold,
  estimateLthr,
  type LthrEstimate,
  lthrFromTest,
  type SteadyStretch,
  thresholdFromAlpha1,
} from './heart-rate.ts';
export { estimateThresholdSpeed, type ThresholdSpeedEstimate } from './pace.ts';
