import { counted } from '../answer/counted.ts';
import type { DigestAthlete } from '../roster/digest.ts';
import { sessionDots, weekStrip } from './charts.ts';
import { escaped } from './svg.ts';
import {
  awayText,
  changeText,
  dayText,
  hoursText,
  numberText,
  raceText,
  saysText,
  signedText,
  waitingText,
} from './words.ts';

/** Characters of a message that are quoted. */
const QUOTED = 160;

/** An athlete who needs a look: why, the week, what comes, and who waits. */
export function athleteCard(each: DigestAthlete): string {
  const { athlete, flags, done, planned, ctl, form, waiting } = each;
  return `<article class="card"><h3>${escaped(athlete.name)}</h3>
<ul class="why">${flags.map((flag) => `<li>${escaped(saysText(flag))}</li>`).join('')}</ul>
<dl class="facts">
${fact('CTL', numberText(ctl))}
${fact('Form', form === null ? '–' : signedText(form))}
${fact('Week', hoursText(done?.movingS ?? null))}
</dl>
<div class="strip"><span>${loadWords(each)}</span>${weekStrip(each)}</div>
${planned === null || planned.sessions === 0 ? '' : `<div class="strip"><span>${planned.paired} of ${counted(planned.sessions, 'planned session')} done</span>${sessionDots(planned)}</div>`}
${chips(each)}
${waiting === null || waiting.threads === 0 ? '' : `<blockquote>${escaped(cut(waiting.excerpt))}<small>${waitingText(waiting)}</small></blockquote>`}
</article>`;
}

function fact(name: string, value: string): string {
  return `<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

function loadWords({ done, usualWeekLoad, planned }: DigestAthlete): string {
  return [
    `Load ${numberText(done?.load ?? null)}`,
    `usual ${numberText(usualWeekLoad)} (tick)`,
    ...(planned === null || planned.load === null ? [] : [`planned ${numberText(planned.load)} (outline)`]),
  ].join(', ');
}

function chips({ coming, change }: DigestAthlete): string {
  const moved = change === null ? '' : changeText(change);
  const items = [
    ...(coming?.race == null ? [] : [raceText(coming.race)]),
    ...(coming?.away == null ? [] : [awayText(coming.away)]),
    ...(coming === null
      ? []
      : [`next 7 days: ${coming.sessions} planned${coming.load === null ? '' : `, load ${numberText(coming.load)}`}`]),
    ...(change === null || moved === '' ? [] : [`since ${dayText(change.since)}: ${moved}`]),
  ];
  return items.length === 0
    ? ''
    : `<ul class="chips">${items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;
}

function cut(text: string): string {
  return text.length <= QUOTED ? text : `${text.slice(0, QUOTED).replace(/\s+\S*$/, '')} …`;
}
