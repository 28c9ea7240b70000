import type { Tool } from '@core/mcp-kit';
import type { IntervalsPort } from '../client/index.ts';
import addActivityMessage from './activities/add-activity-message.ts';
import comparePlannedActual from './activities/compare-planned-actual.ts';
import getActivitiesByDate from './activities/get-activities-by-date.ts';
import getActivityDetails from './activities/get-activity-details.ts';
import getActivityIntervals from './activities/get-activity-intervals.ts';
import getActivityMessages from './activities/get-activity-messages.ts';
import getActivityStreams from './activities/get-activity-streams.ts';
import getBestEfforts from './activities/get-best-efforts.ts';
import getRecentActivities from './activities/get-recent-activities.ts';
import searchActivities from './activities/search-activities.ts';
import getAthleteProfile from './athlete/get-athlete-profile.ts';
import getSportSettings from './athlete/get-sport-settings.ts';
import listAthletes from './athlete/list-athletes.ts';
import createNote from './calendar/create-note.ts';
import createPlannedWorkout from './calendar/create-planned-workout.ts';
import deleteEvent from './calendar/delete-event.ts';
import getCalendarEvents from './calendar/get-calendar-events.ts';
import getEvent from './calendar/get-event.ts';
import updateNote from './calendar/update-note.ts';
import updatePlannedWorkout from './calendar/update-planned-workout.ts';
import getFitnessChart from './fitness/get-fitness-chart.ts';
import getHrCurves from './fitness/get-hr-curves.ts';
import getPaceCurves from './fitness/get-pace-curves.ts';
import getPowerCurves from './fitness/get-power-curves.ts';
import getWellnessData from './fitness/get-wellness-data.ts';
import updateWellness from './fitness/update-wellness.ts';
import getWellnessForDate from './wellness/get-wellness-for-date.ts';

/** Every tool of the server, by folder. */
export const tools: readonly Tool<IntervalsPort>[] = [
  addActivityMessage,
  comparePlannedActual,
  getActivitiesByDate,
  getActivityDetails,
  getActivityIntervals,
  getActivityMessages,
  getActivityStreams,
  getBestEfforts,
  getRecentActivities,
  searchActivities,
  getAthleteProfile,
  getSportSettings,
  listAthletes,
  createNote,
  createPlannedWorkout,
  deleteEvent,
  getCalendarEvents,
  getEvent,
  updateNote,
  updatePlannedWorkout,
  getFitnessChart,
  getHrCurves,
  getPaceCurves,
  getPowerCurves,
  getWellnessData,
  updateWellness,
  getWellnessForDate,
];
