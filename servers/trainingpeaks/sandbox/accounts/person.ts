import { seedOf } from '@core/sandbox';
import type { AthleteRecord } from '../athlete-record.ts';
import type { Row } from '../shape/body.ts';
import type { World } from '../world.ts';
import { tierOf } from './tier.ts';

/** The person in the words of the user answer and of the athlete settings. Private data among it. */
export function personBlock(world: World, record: AthleteRecord): Row {
  const { profile } = record;
  const tier = tierOf(world, record);
  const [firstName = '', ...rest] = profile.name.split(' ');
  return {
    userId: record.id,
    personId: record.id,
    accountSettingsId: 990_000 + record.number + 1,
    userName: profile.email.split('@')[0],
    email: profile.email,
    isEmailVerified: true,
    firstName,
    lastName: rest.join(' '),
    fullName: profile.name,
    userType: tier.userType,
    userIdentifierHash: seedOf('hash', record.id).toString(16),
    isAthlete: record.standing !== 'self' || !world.isCoach,
    expireDate: tier.expireOn,
    premiumTrial: tier.trialDays > 0,
    premiumTrialDaysRemaining: tier.trialDays,
    lastLogon: record.now(),
    numberOfVisits: 321,
    created: '2019-02-02T10:00:00',
    birthday: `${profile.birthDate}T00:00:00`,
    age: Number(record.today().slice(0, 4)) - Number(profile.birthDate.slice(0, 4)),
    gender: profile.sex.toLowerCase(),
    dateFormat: 'dmy',
    timeZone: profile.timeZone,
    language: 'en',
    units: 2,
    temperatureUnit: 1,
    windSpeedUnit: 1,
    address: 'Demo street 1',
    address2: null,
    city: profile.city,
    state: null,
    zipCode: '1000',
    country: profile.country,
    phone: '+386 1 555 01 01',
    cellPhone: null,
    latitude: profile.home.latitude,
    longitude: profile.home.longitude,
    personPhotoUrl: `https://photos.example/${record.id}.jpg`,
    affiliateId: 1,
    allowMarketingEmails: false,
  };
}
