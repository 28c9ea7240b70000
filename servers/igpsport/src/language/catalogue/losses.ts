import type { Phrases } from '../translate.ts';

/** What a workout loses on its way into a course, as the compiler says it. */
export const lossPhrases: Phrases = {
  'a repeat inside a repeat loses its steps there': '嵌套的重复在平台上会丢失其步骤',
  'there are only bike and run courses: {sport} is written as {as}': '只有骑行和跑步课程：{sport} 写为 {as}',
  'the {what} is cut to {limit} characters': '{what} 截短至 {limit} 个字符',
  'a repetition has no name: "{name}" is left out': '重复没有名称："{name}" 被略去',
  'the ramp is written as {count} level steps': '渐变写为 {count} 个恒定步骤',
  'the ramp has no length to divide: it is written as the band it crosses': '渐变没有可分的长度：写为其跨越的区间',
  '"{kind}" is written "{as}": there is no such class': '"{kind}" 写为 "{as}"：没有该类别',
  '{metres} m is written {whole} m': '{metres} 米写为 {whole} 米',
  'a step until the lap button keeps no planned length': '按圈键结束的步骤不保留计划长度',
  '"{cue}" is part of the name and ends with the lap button': '"{cue}" 写入名称，按圈键结束',
  '"all out" is part of the name: there is no such target': '"all out" 写入名称：没有该目标',
  '{asked} is part of the name: there is no RPE target': '{asked} 写入名称：没有 RPE 目标',
  '{asked} cannot be written: {why}': '{asked} 无法写入：{why}',
  '{asked} is written as {as}': '{asked} 写为 {as}',
};
