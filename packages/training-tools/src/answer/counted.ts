/** A number with its noun: `1 day`, `3 days`, `2 activities`; a plural that does not end so is given. */
export function counted(count: number | string, one: string, several = pluralOf(one)): string {
  return `${count} ${Number(count) === 1 ? one : several}`;
}

function pluralOf(one: string): string {
  return one.endsWith('y') && !/[aeiou]y$/.test(one) ? `${one.slice(0, -1)}ies` : `${one}s`;
}
