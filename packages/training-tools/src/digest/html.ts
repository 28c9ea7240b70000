import type { DigestAthlete, RosterDigest } from '../roster/digest.ts';
import type { DigestAbout } from './about.ts';
import { athleteCard } from './card.ts';
import { formChart, loadChart } from './charts.ts';
import { withDistinctNames } from './distinct-names.ts';
import { everyoneTable } from './everyone.ts';
import { stylesheet } from './stylesheet.ts';
import { escaped } from './svg.ts';
import { needsALook, totalsOf } from './totals.ts';
import { dayText, soFar, weekText } from './words.ts';

/** What a page may load: nothing but its own style. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** A digest as one page of its own: no script, nothing from outside, light and dark, good on paper. */
export function digestHtml(given: RosterDigest, { platform, madeAt }: DigestAbout): string {
  const digest = withDistinctNames(given);
  const { athletes } = digest;
  const title = weekText(digest);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${escaped(title)}</title>
<style>${stylesheet}</style>
</head>
<body>
<main>
<header>
<h1>${escaped(title)}</h1>
<p class="about">Your athletes on ${escaped(platform)}. Form and flags as of ${dayText(digest.asOf)}.</p>
${totals(digest)}
</header>
${athletes.length === 0 ? '<p>No athlete has a week to show.</p>' : body(athletes, soFar(digest))}
${footer(digest, madeAt)}
</main>
</body>
</html>`;
}

function body(athletes: readonly DigestAthlete[], running: string): string {
  const flagged = athletes.filter(needsALook);
  return `<section><h2>Who needs you</h2>
${flagged.length === 0 ? '<p>Nothing speaks for a look at anybody.</p>' : `<div class="cards">${flagged.map(athleteCard).join('\n')}</div>`}
</section>
<section><h2>The group</h2><div class="charts">
<figure><figcaption><b>Load of the week${running}</b><span>Bar: done. Tick: a usual week of the four before.</span></figcaption>${loadChart(athletes)}</figure>
<figure><figcaption><b>Form now</b><span>As the platform counts it, lowest first. Below zero: tired; above: fresh.</span></figcaption>${formChart(athletes)}</figure>
</div></section>
<section><h2>Everyone</h2>${everyoneTable(athletes)}</section>`;
}

function totals(digest: RosterDigest): string {
  const { athletes, flagged, planned, paired, waiting, races } = totalsOf(digest);
  const tile = (value: string, of: string, says: string, alarm = false) =>
    `<li${alarm ? ' class="alarm"' : ''}><b>${value}${of === '' ? '' : ` <small>of ${of}</small>`}</b>${says}</li>`;
  return `<ul class="totals">
${tile(String(flagged), String(athletes), 'need a look', flagged > 0)}
${tile(String(paired), String(planned), 'planned sessions done')}
${waiting === null ? '' : tile(String(waiting), '', waiting === 1 ? 'conversation waits for you' : 'conversations wait for you')}
${tile(String(races), '', races === 1 ? 'athlete races within two weeks' : 'athletes race within two weeks')}
</ul>`;
}

function footer({ notes, skipped }: RosterDigest, madeAt: Date): string {
  const left = Object.entries(skipped).map(([reason, count]) => `${count} left out: ${reason}.`);
  const lines = [
    ...notes,
    ...left,
    'Flags are rules with a bound, most of them habits of coaching; no rule is a diagnosis. “–” means not known, which is not zero.',
    `Made ${madeAt.toISOString().slice(0, 16).replace('T', ' ')} UTC.`,
  ];
  return `<footer>${lines.map((line) => `<p>${escaped(line)}</p>`).join('')}</footer>`;
}
