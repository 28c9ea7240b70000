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
