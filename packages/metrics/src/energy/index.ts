export { type KeytelAthlete, kilocaloriesFromHeartRate, kilocaloriesFromWork } from './kilocalories.ts';
