/**
 * All metrics of a ride at once: one pass over each channel, the same numbers as the single functions.
 *
 * @packageDocumentation
 */

export { type RideAthlete, type RideHeartRate, type RideMetrics, type RidePower, rideMetrics } from './ride-metrics.ts';
