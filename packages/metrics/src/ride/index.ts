export { type RideAthlete, type RideHeartRate, type RideMetrics, type RidePower, rideMetrics } from './ride-metrics.ts';
