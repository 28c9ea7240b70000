import type { Loss } from '@core/workouts';
import { inLanguages } from './language.ts';

type Effects = Readonly<Record<Loss['effect'], string>>;

/** What the workout tools say beside their data. Names of fields and of tools are the same in both languages. */
export const workoutWords = inLanguages({
  en: {
    plan: (name: string) => `Put the workout "${name}" into iGPSport`,
    change: (name: string) => `Change the workout "${name}"`,
    clone: (name: string, copy: string) => `Copy the workout "${name}" as "${copy}"`,
    remove: (name: string) => `Delete the workout "${name}" for good`,
    copyOf: (name: string) => `${name} (copy)`,
    alreadyThere: (id: string) => `Workout ${id} has this name and these steps; nothing was written.`,
    unchanged: 'Nothing to change: the workout already is so.',
    rewritingDrops: (loss: string) => `Rewriting drops ${loss}`,
    copyLacks: (loss: string) => `The copy lacks ${loss}`,
    readLoss: (loss: string) => `Not shown in steps: ${loss}`,
    otherLength: (sent: string, stored: string) => `iGPSport stored ${stored} steps, ${sent} were sent.`,
    otherValue: (path: string, sent: string, stored: string) => `${path}: sent ${sent}, stored ${stored}`,
    calendar:
      'iGPSport has no calendar for workouts: give calendar_text to the user as an .ics file with CRLF line ends.',
    unreadable: (count: string) => `${count} workouts could not be read and are missing.`,
    empty: 'There are no workouts; igp_create_workout makes one.',
    effect: {
      dropped: 'Dropped: ',
      approximated: 'Approximated: ',
      unrolled: 'Unrolled: ',
      changed: 'Changed: ',
    } as Effects,
  },
  zh: {
    plan: (name) => `在 iGPSport 中创建训练课程“${name}”`,
    change: (name) => `修改训练课程“${name}”`,
    clone: (name, copy) => `将训练课程“${name}”复制为“${copy}”`,
    remove: (name) => `永久删除训练课程“${name}”`,
    copyOf: (name) => `${name}（副本）`,
    alreadyThere: (id) => `课程 ${id} 的名称和步骤完全相同，未写入任何内容。`,
    unchanged: '无需修改：课程已经如此。',
    rewritingDrops: (loss) => `重写将丢失：${loss}`,
    copyLacks: (loss) => `副本缺少：${loss}`,
    readLoss: (loss) => `步骤中未显示：${loss}`,
    otherLength: (sent, stored) => `发送了 ${sent} 个步骤，iGPSport 保存了 ${stored} 个。`,
    otherValue: (path, sent, stored) => `${path}：发送 ${sent}，保存 ${stored}`,
    calendar: 'iGPSport 没有训练日历：请将 calendar_text 保存为 .ics 文件（CRLF 换行）交给用户。',
    unreadable: (count) => `有 ${count} 个课程无法读取，未列出。`,
    empty: '还没有训练课程；可用 igp_create_workout 创建。',
    effect: { dropped: '丢失：', approximated: '近似：', unrolled: '展开：', changed: '改写：' },
  },
});

export type WorkoutWords = ReturnType<typeof workoutWords>;
