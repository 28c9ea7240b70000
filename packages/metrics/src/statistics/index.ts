/**
 * Student's t, for the intervals of fits and correlations.
 *
 * @packageDocumentation
 */

export { studentQuantile, studentTail } from './student.ts';
