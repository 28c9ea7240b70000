import { inLanguages } from './language.ts';

/** What `doctor`, `setup` and `auth status` say about an account. */
export const accountWords = inLanguages({
  en: {
    region: (id: string, name: string) => `region: ${id} (${name})`,
    timeZone: (zone: string) => `time zone: ${zone}`,
    noTimeZone: 'time zone: not told by iGPSport, days are UTC',
    units: (units: 'metric' | 'imperial') => `units: ${units}`,
    signed: (mode: string) => `requests are signed (${mode})`,
    unsigned: 'requests are not signed',
  },
  zh: {
    region: (id, name) => `区域：${id}（${name}）`,
    timeZone: (zone) => `时区：${zone}`,
    noTimeZone: '时区：iGPSport 未提供，日期按 UTC 计算',
    units: (units) => `单位：${units === 'metric' ? '公制' : '英制'}`,
    signed: (mode) => `请求已签名（${mode}）`,
    unsigned: '请求未签名',
  },
});
