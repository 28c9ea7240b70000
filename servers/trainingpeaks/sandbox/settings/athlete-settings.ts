import { seedOf } from '@core/sandbox';
import { personBlock } from '../accounts/person.ts';
import { tierOf } from '../accounts/tier.ts';
import type { AthleteRecord } from '../athlete-record.ts';
import type { Row } from '../shape/body.ts';
import type { World } from '../world.ts';
import { heartRateZones, powerZones, speedZones, type ZoneGroups } from './zones.ts';

/** What of the settings can be written. */
export interface TrainingSettings {
  readonly zones: ZoneGroups;
  nutrition: Row;
}

export function startingSettings(record: AthleteRecord): TrainingSettings {
  const { profile, person } = record;
  const ftp = person.simulated.season.ftpSettingOn(person.simulated.today);
  const power = (workoutTypeId: number) => ({
    workoutTypeId,
    threshold: ftp,
    calculationMethod: 4,
    zoneCalculatorId: null,
    zones: powerZones(ftp),
  });
  const heart = (workoutTypeId: number, threshold: number) => ({
    workoutTypeId,
    threshold,
    maximumHeartRate: profile.maxHr,
    restingHeartRate: profile.restingHr,
    calculationMethod: 1,
    zoneCalculatorId: null,
    zones: heartRateZones(threshold),
  });
  const speed = (workoutTypeId: number, threshold: number) => ({
    workoutTypeId,
    threshold,
    distance: 0,
    calculationMethod: 2,
    zoneCalculatorId: null,
    zones: speedZones(threshold),
  });
  return {
    zones: {
      powerZones: [power(0), power(2)],
      heartRateZones: [heart(0, profile.lthrRide), heart(2, profile.lthrRide), heart(3, profile.lthrRun)],
      speedZones: [speed(3, profile.thresholdRun), speed(1, profile.thresholdSwim)],
    },
    nutrition: { athleteId: record.id, plannedCalories: 2400, substrateUtilizationCategory: 4 },
  };
}

/** The answer of `settings`: 57 keys, private data and calendar keys among them. */
export function settingsBody(world: World, record: AthleteRecord): Row {
  const { userId: _, ...person } = personBlock(world, record);
  const tier = tierOf(world, record);
  const key = (what: string) => seedOf('ical', what, record.id).toString(36).padStart(8, '0');
  const { zones, nutrition } = record.settings;
  return {
    ...person,
    athleteId: record.id,
    athleteType: tier.athleteType,
    coachedBy: world.me.id,
    approvedConsent: [],
    preferredRunningTssSource: 0,
    heartRateZones: zones.heartRateZones,
    powerZones: zones.powerZones,
    speedZones: zones.speedZones,
    thresholdsAutoApply: false,
    thresholdsNotifyAthlete: true,
    thresholdsNotifyCoach: true,
    virtualCoachEmailHour: 7,
    enableVirtualCoachEmails: false,
    enableWorkoutCommentNotification: true,
    enablePostWorkoutNotifications: true,
    optedOutOfIcal: false,
    iCalendarKeys: { workoutsOnly: key('w'), mealsOnly: key('m'), workoutsAndMeals: key('a') },
    nutritionSettings: nutrition,
  };
}
