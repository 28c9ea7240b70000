import * as z from '@core/mcp-kit/schema';
import { list, number, optionalId, setNumber, text } from './blocks.ts';

const zone = z.object({ id: optionalId, start: number, end: number });

export type WireZone = z.infer<typeof zone>;

const member = z.object({
  memberId: optionalId,
  /** W; `null` where nobody has set it, as everywhere in this object. */
  ftp: setNumber,
  /** bpm */
  lthr: setNumber,
  mhr: setNumber,
  quietHeartRate: setNumber,
  /** Which of the three heart-rate tables counts: 0 maximum, 1 reserve, 2 threshold. */
  heartRateComputeMode: number,
  runLthr: setNumber,
  runMhr: setNumber,
  runHeartRateComputeMode: number,
  /** These three come from China only. */
  nickName: text,
  weight: setNumber,
  height: setNumber,
});

const info = z.object({
  member,
  power: list(zone),
  heartRate: list(zone),
  heartRateReserve: list(zone),
  heartRateLactateThreshold: list(zone),
  /** km/h */
  speed: list(zone),
  /** rpm */
  cad: list(zone),
});

export type WireTrainingInfo = z.infer<typeof info>;

const wrappers = ['data', 'intervalInfo', 'userIntervalInfo', 'personalIntervalInfo'];

/** Thresholds and zones. One client saw them one object deeper; the object with `member` is the one. */
export const wireTrainingInfo: z.ZodType<WireTrainingInfo> = z.pipe(
  z.transform((value: unknown) => {
    const outer = (value ?? {}) as Record<string, unknown>;
    const inner = wrappers
      .map((name) => outer[name])
      .find((each) => typeof (each as { member?: unknown })?.member === 'object');
    return 'member' in outer ? outer : (inner ?? outer);
  }),
  info,
);
