export { studentQuantile, studentTail } from './student.ts';
