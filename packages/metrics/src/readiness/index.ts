/**
 * Flags for the morning, each with its number and its limit. No score: vendors' scores (training readiness, recovery) are
 * theirs and pass through unchanged.
 *
 * @packageDocumentation
 */

export {
  READINESS_LIMITS,
  type Readiness,
  type ReadinessEvidence,
  type ReadinessFlag,
  type ReadinessLimits,
  readiness,
} from './readiness.ts';
