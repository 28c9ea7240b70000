import type { Question } from '../question.ts';
import { form } from './form.ts';
import { lastWeek } from './last-week.ts';
import { plannedAgainstDone } from './planned-against-done.ts';
import { powerCurve } from './power-curve.ts';
import { sweetSpot } from './sweet-spot.ts';

/** What the demo asks, in order. */
export const questions: readonly Question[] = [lastWeek, form, powerCurve, plannedAgainstDone, sweetSpot];
