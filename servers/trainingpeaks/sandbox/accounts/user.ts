import { addDays } from '@core/sandbox/athlete';
import type { AthleteRecord } from '../athlete-record.ts';
import type { Row } from '../shape/body.ts';
import { rosterOf, type World } from '../world.ts';
import { personBlock } from './person.ts';
import { tierOf } from './tier.ts';

/** The answer of `/users/v3/user`. */
export function userBody(world: World): Row {
  const { me, quirks } = world;
  const user = {
    ...personBlock(world, me),
    settings: settingsBlock(world),
    athletes: rosterOf(world).map((athlete) => rosterEntry(world, athlete)),
  };
  return quirks.unwrappedUser ? user : { user, accountStatus: accountStatus(world) };
}

/** The last planned day that is already on the calendar, without reading any of it. */
function lastPlanned({ person }: AthleteRecord): string | null {
  const day = person.simulated.planned.at(-1)?.day;
  return day === undefined ? null : `${day}T00:00:00`;
}

function rosterEntry(world: World, record: AthleteRecord): Row {
  const tier = tierOf(world, record);
  const [firstName = '', ...rest] = record.name.split(' ');
  return {
    athleteId: record.id,
    firstName,
    lastName: rest.join(' '),
    email: record.profile.email,
    phone: null,
    cellPhone: null,
    age: Number(record.today().slice(0, 4)) - Number(record.profile.birthDate.slice(0, 4)),
    athleteType: tier.athleteType,
    userType: tier.userType,
    userName: record.profile.email.split('@')[0],
    coachedBy: record.standing === 'colleague' ? 1_900_078 : world.me.id,
    lastPlannedWorkout: lastPlanned(record),
    personPhotoUrl: `https://photos.example/${record.id}.jpg`,
    lastUpgradeOn: tier.userType === 1 ? `${addDays(record.today(), -120)}T00:00:00` : null,
    downgradeAllowed: tier.userType === 1,
    downgradeAllowedOn: null,
    expireOn: tier.expireOn,
    premiumTrial: tier.trialDays > 0,
    premiumTrialDaysRemaining: tier.trialDays,
    workoutIndexState: 0,
    prCalcState: 0,
  };
}

function settingsBlock(world: World): Row {
  const { me, isCoach } = world;
  const tier = tierOf(world, me);
  const isPremium = tier.userType !== 6 || tier.trialDays > 0;
  return {
    account: {
      accountSettingsId: 990_001,
      userType: tier.userType,
      isAthlete: !isCoach,
      coachType: isCoach ? 1 : 0,
      isCoached: false,
      isPremium,
      accessGroupIds: [],
      premiumTrial: tier.trialDays > 0,
      lastLogon: me.now(),
      displayTrainingPeaksLogo: true,
      headerImageUrl: null,
      headerLink: null,
      helpUrl: null,
      logonFailedUrl: null,
      logOffUrl: null,
    },
    calendar: {
      compactView: false,
      showAvailability: true,
      showNotes: true,
      showWorkouts: true,
      showStrengthWorkouts: true,
      showNutrition: true,
      showMetrics: true,
      showSummary: true,
      showFitnessFormFatigue: true,
      showComplianceColoring: true,
      showWeather: true,
      showPayments: false,
      orderComplianceBy: [],
      focusEventId: null,
      workoutLabelLayout: [],
      weekSummaryAtpLayout: [],
    },
    workout: { layout: {} },
    metrics: [{ type: 9 }, { type: 60 }],
    dashboard: { pods: [{ atlConstant: 7, ctlConstant: 42, atlStartValue: 0, ctlStartValue: 0 }], dateOptions: {} },
  };
}

function accountStatus({ isCoach, me }: World): Row {
  return {
    status: 0,
    lockedOut: false,
    demoExpired: false,
    pastDue: false,
    pastDueAccountSetup: false,
    tooManyBasicAthletes: false,
    isAthlete: !isCoach,
    isCoachedAthlete: false,
    isCoach,
    isCoachingGroupOwner: isCoach,
    athleteInZuoraSystem: false,
    lockedOutOfMobile: false,
    coachingGroupId: isCoach ? 4711 : null,
    coachingGroupOwnerId: isCoach ? me.id : null,
    billingTier: isCoach ? 2 : 0,
    maximumBasicAthletes: isCoach ? 100 : 0,
    paymentRequired: false,
  };
}
