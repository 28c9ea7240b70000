import { skippedNote } from '@core/mcp-kit';
import { inLanguages } from './language.ts';

/** Coggan's zones as Chinese coaches call them. */
const ZONES: Readonly<Record<string, string>> = {
  'Active recovery': '主动恢复',
  Endurance: '耐力',
  Tempo: '节奏',
  Threshold: '乳酸阈值',
  VO2max: '最大摄氧量',
  Anaerobic: '无氧能力',
  Neuromuscular: '神经肌肉',
};

/** What the tools of profile, statistics and segments say beside their numbers. */
export const athleteWords = inLanguages({
  en: {
    zones:
      'Zones are Coggan’s seven of FTP and five of threshold heart rate (81, 89, 94, 100 %), not the account’s own tables; a value on a bound belongs to the zone above.',
    zone: (name: string) => name,
    noFtp: 'FTP is not set: enter it in the iGPSport app, or set IGPSPORT_FTP.',
    noLthr: 'Threshold heart rate is not set: enter it in the iGPSport app, or set IGPSPORT_LTHR.',
    ownSums: 'iGPSport’s own sums. `load` is its TSS of rides with power only.',
    skipped: skippedNote,
    noneStarred: 'No segment is starred; star some in the iGPSport app.',
    noneCreated: 'The athlete has made no segment; starred ones: igp_list_segments_collected.',
    noEffort: 'The athlete has no recorded effort on this segment.',
    firstEfforts: (shown: string, all: string) => `The first ${shown} of ${all} own efforts are shown.`,
    nobody: 'Nobody is on this page.',
    notPlaced: 'The athlete is not on this leaderboard.',
    morePlaces: (page: string) => `More places follow: call again with page ${page}.`,
  },
  zh: {
    zones: '区间为 FTP 的 Coggan 七区和阈值心率的五区（81、89、94、100 %），不是账户自己的表；边界值属于上一区。',
    zone: (name) => ZONES[name] ?? `${name} 区`,
    noFtp: '未设置 FTP：请在 iGPSport 应用中填写，或设置 IGPSPORT_FTP。',
    noLthr: '未设置阈值心率：请在 iGPSport 应用中填写，或设置 IGPSPORT_LTHR。',
    ownSums: 'iGPSport 自己的统计。`load` 是其仅含功率骑行的 TSS。',
    skipped: (rows) => (rows > 0 ? [`有 ${rows} 行无法读取，未列出。`] : []),
    noneStarred: '没有收藏的路段；可在 iGPSport 应用中收藏。',
    noneCreated: '没有自己创建的路段；收藏的路段见 igp_list_segments_collected。',
    noEffort: '该骑手在此路段没有成绩。',
    firstEfforts: (shown, all) => `共 ${all} 次成绩，显示前 ${shown} 次。`,
    nobody: '此页没有名次。',
    notPlaced: '该骑手不在此排行榜上。',
    morePlaces: (page) => `还有更多名次：请用 page ${page} 再次调用。`,
  },
});
