/** FTP that was in force for a ride, W; `null` where the ride does not tell. */
export type AskFtp = (index: number) => Promise<number | null>;

/** Shares of difference within which two values are the same FTP, read through rounded NP and IF. */
const SAME = 0.008;

/**
 * FTP of each ride of a list in order of time, from as few questions as possible: the setting holds for weeks, so rides
 * between two that agree are not asked about, and where two differ the middle is.
 *
 * @param most questions; rides that are left between two different values get the earlier one
 */
export async function ftpHistory(count: number, ask: AskFtp, most = 24): Promise<readonly (number | null)[]> {
  const known = new Map<number, number | null>();
  let asked = 0;
  const learn = async (index: number): Promise<number | null> => {
    if (known.has(index) || asked >= most) return known.get(index) ?? null;
    asked += 1;
    known.set(index, null);
    const answer = await ask(index);
    known.set(index, answer);
    return answer;
  };
  /** The first ride that tells, going from `index` by `step` as far as `end`. */
  const find = async (index: number, step: number, end: number): Promise<number | undefined> => {
    for (let at = index; at !== end && asked < most; at += step) if ((await learn(at)) !== null) return at;
    return undefined;
  };
  const between = async (low: number, high: number): Promise<void> => {
    if (high - low <= 1 || same(known.get(low), known.get(high))) return;
    const middle = (low + high) >> 1;
    const found = (await find(middle, 1, high)) ?? (await find(middle - 1, -1, low));
    if (found === undefined) return;
    await Promise.all([between(low, found), between(found, high)]);
  };
  if (count === 0) return [];
  const [first, last] = await Promise.all([find(0, 1, count), find(count - 1, -1, -1)]);
  if (first !== undefined && last !== undefined) await between(first, last);
  return spread(count, known);
}

function same(a: number | null | undefined, b: number | null | undefined): boolean {
  return typeof a === 'number' && typeof b === 'number' && Math.abs(a / b - 1) <= SAME;
}

/** Each ride gets the last known value up to it; those before the first known one get that. */
function spread(count: number, known: ReadonlyMap<number, number | null>): (number | null)[] {
  const values = Array.from({ length: count }, (_, index) => known.get(index) ?? null);
  let last = values.find((value) => value !== null) ?? null;
  return values.map((value) => {
    last = value ?? last;
    return last;
  });
}

/** FTP behind the service's own NP and IF; `null` without them. NP is rounded, so it is good to about half a percent. */
export function ftpBehind(detail: { readonly pwrNP: number | null; readonly pwrIF: number | null }): number | null {
  const { pwrNP, pwrIF } = detail;
  if (pwrNP === null || pwrIF === null || pwrNP < 50 || pwrIF <= 0.1) return null;
  return pwrNP / pwrIF;
}

/** The exact value where a rounded one means it; otherwise whole watts. */
export function exactFtp(read: number, profile: number | null): number {
  return profile !== null && same(read, profile) ? profile : Math.round(read);
}
