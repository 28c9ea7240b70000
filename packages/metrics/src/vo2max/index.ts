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
