import { Failure } from '@core/mcp-kit';
import type { RosterAthlete, RosterPort } from '../ports/index.ts';
import { matchPeople } from './match-people.ts';

export interface Choice {
  /** Ids or names, each of exactly one athlete. */
  readonly athletes?: readonly string[] | undefined;
  readonly tag?: string | undefined;
}

/**
 * The athletes of a choice: those named, those of a tag, everybody without either.
 *
 * @throws Failure `bad_input` for both at once; `not_found`, `ambiguous` for a name; `not_found` for a tag that nobody has.
 */
export async function chosenAthletes(roster: RosterPort, { athletes, tag }: Choice): Promise<readonly RosterAthlete[]> {
  if (athletes !== undefined && tag !== undefined) {
    throw new Failure('bad_input', 'athletes and tag were both given', { next: 'give one of the two' });
  }
  const { items } = await roster.athletes();
  if (athletes !== undefined) {
    const found = await Promise.all(athletes.map((each) => (isMe(each) ? owner(roster, items) : one(items, each))));
    return [...new Map(found.map((who) => [who.id, who])).values()];
  }
  return tag === undefined ? items : taggedWith(items, tag);
}

/** @throws Failure `not_found` with the tags there are. */
export function taggedWith(people: readonly RosterAthlete[], tag: string): readonly RosterAthlete[] {
  const tagged = people.filter(({ tags }) => tags.some((each) => each.toLowerCase() === tag.trim().toLowerCase()));
  if (tagged.length > 0) return tagged;
  const known = [...new Set(people.flatMap(({ tags }) => tags))].sort().slice(0, 20);
  throw new Failure('not_found', `No athlete has the tag ${JSON.stringify(tag.slice(0, 40))}`, {
    next: known.length === 0 ? 'leave tag out: nobody has one' : `use one of: ${known.join(', ')}`,
  });
}

/** What an answer about a whole roster says when nobody is in it. */
export function nobody(tag: string | undefined): string {
  return tag === undefined ? 'There is no athlete.' : `Nobody has the tag ${JSON.stringify(tag.slice(0, 40))}.`;
}

/** A slip is never put right here: what follows is done to whoever is found. */
function one(people: readonly RosterAthlete[], query: string): RosterAthlete {
  const byId = people.find(({ id }) => id === query.trim());
  if (byId !== undefined) return byId;
  const { people: found, guessed } = matchPeople(people, query);
  const whole = found.filter(({ name }) => name.toLowerCase() === query.trim().toLowerCase());
  const [first, ...others] = whole.length > 0 ? whole : found;
  const quoted = JSON.stringify(query.slice(0, 60));
  if (first !== undefined && others.length === 0 && !guessed) return first;
  const listed = found.slice(0, 10).map(({ id, name }) => `${name} (${id})`);
  if (first === undefined || guessed) {
    throw new Failure('not_found', `No athlete matches ${quoted}`, {
      next: guessed ? `ask whether one of these is meant: ${listed.join(', ')}` : 'search the roster for the id',
    });
  }
  throw new Failure('ambiguous', `${found.length} athletes match ${quoted}: ${listed.join(', ')}`, {
    next: `use the id, e.g. ${JSON.stringify(first.id)}`,
  });
}

const isMe = (query: string) => ['me', 'self', 'myself', '0'].includes(query.trim().toLowerCase());

/** The account's owner, who need not be on the roster. */
async function owner(roster: RosterPort, people: readonly RosterAthlete[]): Promise<RosterAthlete> {
  const { id, name } = await roster.me();
  return people.find((each) => each.id === id) ?? { id, name, tags: [], lastSeen: null, email: null, mayWrite: true };
}
