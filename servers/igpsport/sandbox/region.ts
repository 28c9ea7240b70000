export type RegionId = 'cn' | 'intl';

/** What differs between the two services. */
export interface RegionFacts {
  readonly origin: string;
  readonly webOrigin: string;
  readonly storageOrigin: string;
  readonly memberId: number;
  readonly timeZone: string;
  readonly username: string;
}

export const REGION_FACTS: Readonly<Record<RegionId, RegionFacts>> = {
  cn: {
    origin: 'https://prod.zh.igpsport.com',
    webOrigin: 'https://app.igpsport.cn',
    storageOrigin: 'https://igp-zh.oss-cn-hangzhou.aliyuncs.com',
    memberId: 880_011,
    timeZone: 'Asia/Shanghai',
    username: '13800000000',
  },
  intl: {
    origin: 'https://prod.en.igpsport.com',
    webOrigin: 'https://app.igpsport.com',
    storageOrigin: 'https://qw20191008.oss-us-west-1.aliyuncs.com',
    memberId: 660_022,
    timeZone: 'Europe/Ljubljana',
    username: 'maja.demo@example.com',
  },
};
