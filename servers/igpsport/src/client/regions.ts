export type RegionId = 'cn' | 'intl';

/** One of the two services: separate hosts, separate accounts, slightly different routes. */
export interface Region {
  readonly id: RegionId;
  /** As people know it. */
  readonly name: string;
  readonly apiUrl: string;
  /** The web app, whose address goes along as `origin`. The login is refused by a gate when it is the other region's. */
  readonly webUrl: string;
  /** What the web app calls itself in `qiwu-app-version`; it drifts with releases. */
  readonly appVersion: string;
  /** Segments exist. Elsewhere they are an empty beta, and nothing is sent. */
  readonly segments: boolean;
  /** Requests may have to be signed. */
  readonly signs: boolean;
  /** The web client's own parameter; the other region is never sent it. */
  readonly sortType: number | undefined;
}

export const REGIONS: Readonly<Record<RegionId, Region>> = {
  cn: {
    id: 'cn',
    name: 'iGPSport China',
    apiUrl: 'https://prod.zh.igpsport.com',
    webUrl: 'https://app.igpsport.cn',
    appVersion: '8.07.08',
    segments: true,
    signs: true,
    sortType: 1,
  },
  intl: {
    id: 'intl',
    name: 'iGPSport International',
    apiUrl: 'https://prod.en.igpsport.com',
    webUrl: 'https://app.igpsport.com',
    appVersion: '8.07.06',
    segments: false,
    signs: false,
    sortType: undefined,
  },
};
