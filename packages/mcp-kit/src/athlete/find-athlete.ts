import { Failure } from '../failure/failure.ts';
import type { Athlete, AthleteSource } from './athlete.ts';

/**
 * The one athlete that `query` names: an id, else an exact name, else a name's unique beginning (of the whole name or of
 * one of its words). Case and accents do not matter. Nothing ever falls back to "the first one".
 *
 * @throws Failure `ambiguous` with the candidates, `not_found` with how to list them.
 */
export async function findAthlete(source: AthleteSource, query: string | undefined): Promise<Athlete> {
  if (query === undefined || isSelfWord(query)) return source.self();
  const found = match(await source.list(), query);
  if (found.length === 0) return only(match(await source.list({ fresh: true }), query), query);
  return only(found, query);
}

function isSelfWord(query: string): boolean {
  return ['me', 'self', 'myself', '0', ''].includes(query.trim().toLowerCase());
}

function match(athletes: readonly Athlete[], query: string): readonly Athlete[] {
  const byId = athletes.filter((athlete) => athlete.id === query.trim());
  if (byId.length > 0) return byId;
  const wanted = folded(query);
  const exact = athletes.filter(({ name, aliases = [] }) => [name, ...aliases].some((each) => folded(each) === wanted));
  if (exact.length > 0) return exact;
  return athletes.filter((athlete) => {
    const name = folded(athlete.name);
    return name.startsWith(wanted) || name.split(/\s+/).some((word) => word.startsWith(wanted));
  });
}

function only(found: readonly Athlete[], query: string): Athlete {
  const [first, ...others] = found;
  if (first === undefined) {
    throw new Failure('not_found', `No athlete of this account matches ${JSON.stringify(query.slice(0, 60))}`, {
      next: 'leave `athlete` out for the account owner, or use an id from the list of athletes',
    });
  }
  if (others.length > 0) {
    const candidates = found.slice(0, 10).map((athlete) => `${athlete.name} (${athlete.id})`);
    const rest = found.length > 10 ? ` and ${found.length - 10} more` : '';
    throw new Failure(
      'ambiguous',
      `${found.length} athletes match ${JSON.stringify(query.slice(0, 60))}: ${candidates.join(', ')}${rest}`,
      {
        next: `call again with the id, e.g. athlete: ${JSON.stringify(first.id)}`,
      },
    );
  }
  return first;
}

/** Lower case without accents and with single spaces, so that "jose" finds "José". */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim().replace(/\s+/g, ' ');
}
