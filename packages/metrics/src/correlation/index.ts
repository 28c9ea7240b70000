export {
  type Correlation,
  type CorrelationOptions,
  correlate,
  correlateDays,
  type DailyCorrelationOptions,
  type DayValue,
  FEWEST_PAIRS,
} from './correlate.ts';
