import { inLanguages } from './language.ts';

/** What the tools that hand files out and in say beside them. */
export const fileWords = inLanguages({
  en: {
    positions: 'The file holds every position that was recorded, start and finish too.',
    upload: (file: string) => `Upload the ride of ${file} to iGPSport`,
    damaged: (kinds: string) => `The file is damaged (${kinds}); iGPSport may read less of it.`,
    thereAlready: (id: string) => `Ride ${id} of that day has this length already; nothing was written.`,
    readLater: (date: string) =>
      `iGPSport took the file and reads it in its own time: igp_list_activities of ${date} shows the ride once it has.`,
    clear: (rides: string) => `Drop the copy of ${rides} rides on this machine; iGPSport keeps them`,
  },
  zh: {
    positions: '文件包含记录的全部位置，包括起点和终点。',
    upload: (file) => `将 ${file} 中的骑行上传到 iGPSport`,
    damaged: (kinds) => `文件已损坏（${kinds}）；iGPSport 可能无法完整读取。`,
    thereAlready: (id) => `当天的骑行 ${id} 长度与之相同，未写入任何内容。`,
    readLater: (date) => `iGPSport 已接收文件，稍后解析：完成后可用 igp_list_activities 在 ${date} 查到。`,
    clear: (rides) => `删除本机上 ${rides} 次骑行的副本；iGPSport 上的数据不变`,
  },
});
