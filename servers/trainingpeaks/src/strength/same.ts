import type { TrainingPeaksPort } from '../client/index.ts';
import type { WireDocument } from '../client/strength/wire.ts';
import { contentOf } from '../domain/strength/lines.ts';

/** The session of a day with the same content, if there is one, and the titles of the day's others. */
export async function sameSession(
  { strength }: Pick<TrainingPeaksPort, 'strength'>,
  athlete: string,
  date: string,
  content: string,
) {
  const { items } = await strength.list({ athlete, oldest: date, newest: date });
  const documents = await Promise.all(items.map(async ({ id }) => (await strength.get({ session: id })).data));
  const same: WireDocument | undefined = documents.find((document) => contentOf(document) === content);
  return { same, others: items.map(({ title, id }) => title ?? id) };
}
