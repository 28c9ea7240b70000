import { finite, type Metric, needPositive } from '../result/index.ts';

/**
 * Dedicated FTP tests and the share of their best mean power that is FTP. The ramp test uses the best 60 s of 1-min
 * steps (0.72–0.77 in individuals).
 * @source Allen & Coggan (20 min after a 5 min blow-out, 60 min); CTS (better of two 8 min)
 */
export const FTP_TESTS = { minutes_60: 1, minutes_20: 0.95, minutes_8: 0.9, ramp: 0.75 } as const;

/**
 * FTP from a dedicated maximal test, W: factor · mean power of the test. The caller vouches that it was maximal.
 * Refuses `bad_input` unless `watts` > 0.
 * @source see `FTP_TESTS`
 */
export function ftpFromTest(test: keyof typeof FTP_TESTS, watts: number): Metric {
  const refusal = needPositive({ watts });
  return refusal ?? finite(FTP_TESTS[test] * watts, `FTP test ${test}, × ${FTP_TESTS[test]}`);
}
