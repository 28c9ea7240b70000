/**
 * VO₂max by named methods, each an estimate of ± 5 ml/kg/min. Garmin's and Firstbeat's own is not published: read it from
 * the file. GoldenCheetah uses ACSM on the best five minutes.
 *
 * @packageDocumentation
 */

export {
  type StorerAthlete,
  vo2maxAcsm,
  vo2maxCooper,
  vo2maxFromMets,
  vo2maxHawleyNoakes,
  vo2maxSitko,
  vo2maxStorer,
  vo2maxUth,
} from './estimates.ts';
