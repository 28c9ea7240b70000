import * as z from '@core/mcp-kit/schema';
import { wireAthlete } from './athlete.ts';
import { deviceFlags } from './athlete-settings.ts';
import { text } from './blocks.ts';

/** An athlete as a coach looks for one. The e-mail address is read here alone, to search by; no answer carries it. */
export const wireRosterAthlete = z.object({ ...wireAthlete.shape, ...deviceFlags, email: text, icu_last_seen: text });

export type WireRosterAthlete = z.infer<typeof wireRosterAthlete>;
