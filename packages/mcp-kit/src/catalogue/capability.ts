/** A row of the list of what exists elsewhere or was wished for, and where it stands in a server. */
export interface Capability {
  /** The table it stands in, which is also the heading of the first column: `Tool of the existing server`. */
  readonly section: string;
  /** What is wanted, in the words of those who want it. */
  readonly what: string;
  /** Tools of this server that do it. It is done once each of them is served. */
  readonly tools?: readonly string[];
  /** Where it is done when it is no tool's matter: an option, a part of the client. */
  readonly by?: string;
  /** What of it is missing, or why all of it is. */
  readonly notDone?: string;
}

export type Standing = 'done' | 'partly' | 'not done';

/** Where a row stands, given the names of the tools that the server has. */
export function standingOf({ tools = [], by, notDone }: Capability, served: ReadonlySet<string>): Standing {
  const there = tools.filter((name) => served.has(name));
  const something = there.length > 0 || by !== undefined;
  if (!something) return 'not done';
  return there.length === tools.length && notDone === undefined ? 'done' : 'partly';
}

/** The tables of a README, one for each section in the order of the rows. */
export function capabilityTable(rows: readonly Capability[], served: ReadonlySet<string>): string {
  const sections = [...new Set(rows.map(({ section }) => section))];
  return sections
    .map((section) => {
      const own = rows.filter((row) => row.section === section);
      const lines = own.map((row) => `| ${row.what} | ${standingOf(row, served)} | ${detailOf(row, served)} |`);
      return [`| ${section} | Here | By, or why not |`, '|---|---|---|', ...lines].join('\n');
    })
    .join('\n\n');
}

/** `41 done, 3 partly, 2 not done`. */
export function capabilitySum(rows: readonly Capability[], served: ReadonlySet<string>): string {
  const standings = rows.map((row) => standingOf(row, served));
  return (['done', 'partly', 'not done'] as const)
    .map((standing) => `${standings.filter((each) => each === standing).length} ${standing}`)
    .join(', ');
}

function detailOf({ tools = [], by, notDone }: Capability, served: ReadonlySet<string>): string {
  const there = tools.filter((name) => served.has(name)).map((name) => `\`${name}\``);
  const missing = tools.filter((name) => !served.has(name)).map((name) => `\`${name}\` is not built yet`);
  return [...there, by, ...missing, notDone].filter((text) => text !== undefined && text !== '').join('; ');
}
