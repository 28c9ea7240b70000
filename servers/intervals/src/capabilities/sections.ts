import type { Capability } from '@core/mcp-kit/catalogue';

/** The servers that exist, each a table of the README. */
export const sections = {
  leading: 'Tool of the leading server',
  resources: 'Resource or prompt of the leading server',
  second: 'What the second server adds',
  others: 'What other servers add',
} as const;

/** A row of a table: done once each of the tools is served and nothing is said to be missing. */
export function row(
  section: keyof typeof sections,
  what: string,
  tools: readonly string[],
  rest: Pick<Capability, 'by' | 'notDone'> = {},
): Capability {
  return { section: sections[section], what, tools, ...rest };
}
