import type { Entry, Field, TopicEntries } from './read.ts';

/** Who owns which name; the numbers are computed here, the marks belong to their owners. */
const MARKS = `## Names and their owners

The field's terms are used because athletes and coaches know them. They belong to others:

| Mark | Owner |
|---|---|
| Normalized Power, NP, Intensity Factor, IF, Training Stress Score, TSS; TrainingPeaks, WKO, iLevels | Peaksware, LLC |
| BikeScore, xPower, GOVSS, SwimScore | PhysFarm Training Systems, LLC |
| FIT, ClimbPro, Body Battery, Edge | Garmin Ltd. |
| EPOC-based training effect, training status | Firstbeat Analytics (Garmin Ltd.) |
| Stryd, Leg Spring Stiffness | Stryd, Inc. |
| Running Index | Polar Electro Oy |
| Strava, Grade Adjusted Pace | Strava, Inc. |
| VDOT | The Run SMART Project, LLC |
| Concept2 | Concept2, Inc. |
| GoldenCheetah, Intervals.icu, elevate | their authors |

Nobody of them had a part in this library or endorses it. A platform's own number may differ: it may round, filter or start
elsewhere, and some formulas are not published; each entry says which.`;

const RULES = `Generated from the doc comments of \`packages/metrics/src\` by \`pnpm gen\`; edit those.

A function that judges data returns a \`Metric\`: a value with its method, coverage and warnings, or \`null\` with a reason.
Functions that only compute over what they are given (days, daily loads, CTL and ATL) throw a \`RangeError\` that names the
argument. \`NaN\` in a series is "no data", 0 is data, and no result is ever \`NaN\`.

"Reference metrics" in a source is this project's own collection of definitions, platform conventions and measurements on
public files; the tables at the head of each topic are its summary.`;

/** The whole of \`docs/metrics.md\`. */
export function metricsPage(topics: readonly TopicEntries[]): string {
  const contents = topics
    .map(({ name }) => `- [\`@core/metrics/${name}\`](#coremetrics${name.replaceAll('/', '')})`)
    .join('\n');
  return `${['# Metrics', RULES, contents, MARKS, ...topics.map(topicSection)].join('\n\n')}\n`;
}

function topicSection({ name, text, entries }: TopicEntries): string {
  const of = (kind: Entry['kind']) => entries.filter((entry) => entry.kind === kind);
  const parts = [
    `## @core/metrics/${name}`,
    text,
    ...[...of('function'), ...of('constant')].map(entrySection),
    ...of('shape').map(shapeSection),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function entrySection(entry: Entry): string {
  const heading = `### ${entry.name}`;
  return [heading, `\`\`\`ts\n${entry.signature}\n\`\`\``, entry.text, tagsOf(entry)]
    .filter((part) => part !== '')
    .join('\n\n');
}

function shapeSection(entry: Entry): string {
  const alias = entry.fields.length === 0 ? `\`\`\`ts\n${entry.signature}\n\`\`\`` : '';
  return [`#### ${entry.name}`, entry.text, alias, fieldTable(entry.fields)].filter((part) => part !== '').join('\n\n');
}

const TAG_NAMES: Readonly<Record<string, string>> = {
  param: 'Input',
  returns: 'Returns',
  throws: 'Throws',
  source: 'Source',
};

function tagsOf({ tags }: Entry): string {
  return tags.map(({ name, text }) => `- **${TAG_NAMES[name] ?? name}:** ${text.replace(/\s*\n\s*/g, ' ')}`).join('\n');
}

function fieldTable(fields: readonly Field[]): string {
  if (fields.length === 0) return '';
  const cell = (text: string) => text.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');
  const rows = fields.map(({ name, type, text }) => `| \`${name}\` | \`${cell(type)}\` | ${cell(text)} |`);
  return ['| Field | Type | Meaning |', '|---|---|---|', ...rows].join('\n');
}

/** Exported functions and constants without a doc comment. */
export function undocumented(topics: readonly TopicEntries[]): string[] {
  return topics.flatMap(({ name, entries }) =>
    entries
      .filter(({ kind, text }) => kind !== 'shape' && text === '')
      .map((entry) => `@core/metrics/${name}: ${entry.name}`),
  );
}
