import * as z from '@core/mcp-kit/schema';
import { number, optionalId, setNumber, text } from './blocks.ts';

/**
 * Who the account belongs to. The service also sends e-mail, telephone, birth date and address: they are not read, so that
 * they cannot leave.
 */
export const wireUser = z.object({
  memberId: optionalId,
  strMemberId: optionalId,
  nickName: text,
  sex: number,
  /** cm */
  height: setNumber,
  /** kg */
  weight: setNumber,
  mhr: setNumber,
  lthr: setNumber,
  ftp: setNumber,
  vO2max: setNumber,
  bikeWeight: setNumber,
  /** Seconds east of Greenwich. */
  timeZone: number,
  /** 0 is metric. */
  unitMetric: number,
  unitLength: number,
  unitTemperature: number,
});

export type WireUser = z.infer<typeof wireUser>;
