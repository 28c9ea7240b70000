import type { Athlete } from '@core/mcp-kit';
import type { Region } from '../client/index.ts';
import type { WireUser } from '../client/wire/user.ts';

/** The account's owner: this login sees nobody else. */
export function toAthlete(user: WireUser, memberId: string, region: Region): Athlete {
  return {
    id: memberId,
    name: user.nickName ?? memberId,
    timeZone: timeZoneOf(user, region),
    units: user.unitMetric === null || user.unitMetric === 0 ? 'metric' : 'imperial',
    isSelf: true,
  };
}

/** The service tells seconds east of Greenwich. Whole hours have a zone of that name; its sign is the other way round. */
function timeZoneOf({ timeZone }: WireUser, region: Region): string | undefined {
  if (region.id === 'cn' && (timeZone === null || timeZone === 28_800)) return 'Asia/Shanghai';
  if (timeZone === null || timeZone % 3600 !== 0 || Math.abs(timeZone) > 14 * 3600) return undefined;
  const hours = timeZone / 3600;
  return hours === 0 ? 'Etc/GMT' : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
}
