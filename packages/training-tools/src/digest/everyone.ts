import type { DigestAthlete } from '../roster/digest.ts';
import { escaped } from './svg.ts';
import { needsALook } from './totals.ts';
import { awayText, hoursText, numberText, pairedText, raceText, signedText, waitingText } from './words.ts';

const HEADINGS = ['Athlete', 'Hours', 'Load', 'Usual', 'Of plan', 'CTL', 'Form', 'Next 7 days', 'Load', ''];

/** One row an athlete: the week, the state, what comes. */
export function everyoneTable(athletes: readonly DigestAthlete[]): string {
  return `<div class="scroll"><table><thead><tr>${HEADINGS.map((name) => `<th scope="col">${name}</th>`).join('')}</tr></thead>
<tbody>${athletes.map(row).join('\n')}</tbody></table></div>`;
}

function row(each: DigestAthlete): string {
  const { athlete, done, usualWeekLoad, planned, ctl, form, coming, waiting } = each;
  const special = [
    ...(coming?.race == null ? [] : [raceText(coming.race)]),
    ...(coming?.away == null ? [] : [awayText(coming.away)]),
    ...(waiting === null || waiting.threads === 0 ? [] : [waitingText(waiting)]),
    ...(coming === null ? ['calendar not read'] : []),
  ].join(' · ');
  const cells = [
    athlete.name,
    hoursText(done?.movingS ?? null),
    numberText(done?.load ?? null),
    numberText(usualWeekLoad),
    pairedText(planned),
    numberText(ctl),
    form === null ? '–' : signedText(form),
    coming === null ? '–' : `${coming.sessions} planned`,
    numberText(coming?.load ?? null),
    special,
  ];
  return `<tr${needsALook(each) ? ' class="flagged"' : ''}>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`;
}
