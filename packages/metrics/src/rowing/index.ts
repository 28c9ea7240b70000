export { rowingPace, rowingPower } from './ergometer.ts';
