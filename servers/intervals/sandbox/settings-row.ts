import type { AthleteRecord } from './athlete-record.ts';
import type { SettingsGroup } from './settings.ts';
import { allKeys } from './shape/json.ts';
import { sportSettingsKeys } from './shape/keys.ts';

/** A settings group as the service shows it. */
export function settingsRow(record: AthleteRecord, group: SettingsGroup): Record<string, unknown> {
  const mmp = group.ftp === null ? null : powerModel(group, record);
  return allKeys(sportSettingsKeys, { ...group, athlete_id: record.id, mmp_model: mmp });
}

/** The power model behind %MMP steps. */
export function powerModel(group: SettingsGroup, record: AthleteRecord): Record<string, unknown> {
  const ftp = Math.round(record.simulated.season.ftpOn(record.today()));
  return {
    type: 'FFT_CURVES',
    criticalPower: ftp,
    wPrime: group.w_prime,
    pMax: group.p_max,
    inputPointIndexes: null,
    ftp,
  };
}
