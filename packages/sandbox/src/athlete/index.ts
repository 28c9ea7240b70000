export {
  type AthleteOptions,
  createAthlete,
  type SimulatedAthlete,
  type Truth,
  type YesterdayInterval,
} from './athlete.ts';
export { type Course, courseOf } from './course.ts';
export {
  addDays,
  type Day,
  dayNumber,
  daysBetween,
  instantOf,
  localTime,
  mondayOf,
  type WallClock,
  wallClock,
  weekday,
} from './days.ts';
export { isRide } from './diary.ts';
export {
  heartRateLoad,
  type Loads,
  loadsOf,
  lthrOf,
  movingTime,
  normalizedPower,
  recordingTime,
  trimp,
} from './load.ts';
export { LONG_RIDE_TITLE, longRide } from './long-ride.ts';
export { type Lap, type Motion, type Pause, POOL_LENGTH_M } from './motion.ts';
export { type AthleteProfile, DEMO_PROFILE } from './profile.ts';
export { type Channel, gradeAdjustedSpeed, type Recording } from './recording.ts';
export { BIKE } from './ride.ts';
export { rosterProfiles } from './roster.ts';
export type { Phase, Season } from './season.ts';
export type { PlannedSession, Sensors, Session, Source, Sport } from './session.ts';
export { HOSTILE_TEXTS, longText } from './texts.ts';
export { bestMean, type Fitness, fitnessByDay } from './truth.ts';
export type { WellnessDay } from './wellness.ts';
export { type Block, durationOf, type FlatStep, flatten, type Step, type StepKind, type Workout } from './workout.ts';
