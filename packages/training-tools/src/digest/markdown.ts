import { counted } from '../answer/counted.ts';
import type { DigestAthlete, RosterDigest } from '../roster/digest.ts';
import type { DigestAbout } from './about.ts';
import { withDistinctNames } from './distinct-names.ts';
import { needsALook, totalsOf } from './totals.ts';
import {
  awayText,
  changeText,
  dayText,
  hoursText,
  numberText,
  pairedText,
  raceText,
  saysText,
  signedText,
  soFar,
  waitingText,
  weekText,
} from './words.ts';

/** A digest to read in a terminal or in a mail. */
export function digestMarkdown(given: RosterDigest, { platform }: DigestAbout): string {
  const digest = withDistinctNames(given);
  const flagged = digest.athletes.filter(needsALook);
  return [
    `# ${weekText(digest)}${soFar(digest)}`,
    '',
    `${platform}, as of ${dayText(digest.asOf)}. ${summary(digest)}`,
    '',
    ...(flagged.length === 0
      ? ['Nothing speaks for a look at anybody.']
      : ['## Who needs you', '', ...flagged.flatMap(look)]),
    '',
    '## Everyone',
    '',
    ...table(digest.athletes),
    ...remarks(digest),
  ].join('\n');
}

function summary(digest: RosterDigest): string {
  const { athletes, flagged, planned, paired, waiting, races } = totalsOf(digest);
  return [
    `${flagged} of ${counted(athletes, 'athlete')} ${flagged === 1 ? 'needs' : 'need'} a look`,
    `${paired} of ${counted(planned, 'planned session')} done`,
    ...(waiting === null ? [] : [`${waitingText({ threads: waiting })} for you`]),
    `${races === 0 ? 'nobody races' : counted(races, 'races', 'race')} in the next two weeks.`,
  ].join('; ');
}

function look({ athlete, flags, coming, waiting, change }: DigestAthlete): string[] {
  const also = [
    ...(waiting === null || waiting.threads === 0 ? [] : [`${waitingText(waiting)}: “${plain(waiting.excerpt)}”`]),
    ...(coming?.race == null ? [] : [plain(raceText(coming.race))]),
    ...(coming?.away == null ? [] : [awayText(coming.away)]),
    ...(change === null || changeText(change) === '' ? [] : [`since ${dayText(change.since)}: ${changeText(change)}`]),
  ];
  return [`- **${plain(athlete.name)}**: ${flags.map(saysText).join(' ')}`, ...also.map((each) => `  - ${each}`)];
}

const HEADINGS = ['Athlete', 'Done', 'Load', 'Usual', 'Of plan', 'CTL', 'Form', 'Coming', 'Coming load', 'Race, away'];

function table(athletes: readonly DigestAthlete[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(HEADINGS),
    line(HEADINGS.map((_, i) => (i === 0 || i === HEADINGS.length - 1 ? '---' : '---:'))),
    ...athletes.map((each) => line(cells(each))),
  ];
}

function cells({ athlete, done, usualWeekLoad, planned, ctl, form, coming }: DigestAthlete): string[] {
  const special = [
    ...(coming?.race == null ? [] : [plain(raceText(coming.race))]),
    ...(coming?.away == null ? [] : [awayText(coming.away)]),
  ];
  return [
    plain(athlete.name),
    done === null ? '–' : `${done.activities} in ${hoursText(done.movingS)}`,
    numberText(done?.load ?? null),
    numberText(usualWeekLoad),
    pairedText(planned),
    numberText(ctl),
    form === null ? '–' : signedText(form),
    coming === null ? '–' : String(coming.sessions),
    `${numberText(coming?.load ?? null)}${coming !== null && coming.withoutLoad > 0 ? ` (${coming.withoutLoad} without)` : ''}`,
    special.join('; '),
  ];
}

function remarks({ notes, skipped }: RosterDigest): string[] {
  const left = Object.entries(skipped).map(([reason, count]) => `${count} left out: ${reason}.`);
  const all = [...notes, ...left];
  return all.length === 0 ? [] : ['', ...all.map((each) => `> ${each}`)];
}

/** Words of people on one line, with nothing that Markdown takes for its own. */
function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_[\]<>|]/g, (sign) => `\\${sign}`);
}
