/**
 * Rowing ergometer: pace and power as Concept2 prints them.
 *
 * @packageDocumentation
 */

export { rowingPace, rowingPower } from './ergometer.ts';
