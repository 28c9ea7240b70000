/** A row of the list of what the existing server has (section 1) or lacks (section 11), and where it stands here. */
export interface Capability {
  readonly section: 'tools' | 'better';
  /** The tool of the existing server, or what a better server does. */
  readonly what: string;
  /** Tools of this server that do it. They are done once each of them is served. */
  readonly tools?: readonly string[];
  /** Where it is done when it is no tool's matter: an option, a part of the client. */
  readonly by?: string;
  /** What of it is missing, or why all of it is. */
  readonly notDone?: string;
}

export type Standing = 'done' | 'partly' | 'not done';

/** Where a row stands, given the tools that the server has. */
export function standingOf({ tools = [], by, notDone }: Capability, served: ReadonlySet<string>): Standing {
  const there = tools.filter((name) => served.has(name));
  const something = there.length > 0 || by !== undefined;
  if (!something) return 'not done';
  return there.length === tools.length && notDone === undefined ? 'done' : 'partly';
}

/** The table of the README. */
export function capabilityTable(rows: readonly Capability[], served: ReadonlySet<string>): string {
  const line = (row: Capability): string => `| ${row.what} | ${standingOf(row, served)} | ${detailOf(row, served)} |`;
  const part = (section: Capability['section']): string[] => rows.filter((row) => row.section === section).map(line);
  const head = (first: string): string[] => [`| ${first} | Here | By, or why not |`, '|---|---|---|'];
  return [
    ...head('Tool of the existing server'),
    ...part('tools'),
    '',
    ...head('What a better server does'),
    ...part('better'),
  ].join('\n');
}

function detailOf({ tools = [], by, notDone }: Capability, served: ReadonlySet<string>): string {
  const there = tools.filter((name) => served.has(name)).map((name) => `\`${name}\``);
  const missing = tools.filter((name) => !served.has(name)).map((name) => `\`${name}\` is not built yet`);
  return [...there, by, ...missing, notDone].filter((text) => text !== undefined && text !== '').join('; ');
}
