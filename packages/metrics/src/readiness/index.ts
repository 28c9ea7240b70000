export {
  READINESS_LIMITS,
  type Readiness,
  type ReadinessEvidence,
  type ReadinessFlag,
  type ReadinessLimits,
  readiness,
} from './readiness.ts';
