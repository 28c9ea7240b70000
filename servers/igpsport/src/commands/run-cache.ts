import type { CommandWork } from '@core/mcp-kit';
import { cacheState } from '../answers/cache.ts';
import { cacheWords } from '../language/cache.ts';
import type { Port } from '../port.ts';

/** Shows the local copy of rides, or drops what belongs to this account. */
export async function runCache(work: CommandWork<Port>): Promise<boolean> {
  const { ctx, operands, print, tell, agrees } = work;
  const words = cacheWords(ctx.port.language);
  const { store } = ctx.port.rides;
  const [action = 'status', ...rest] = operands;
  if (rest.length > 0 || (action !== 'status' && action !== 'clear')) {
    tell(words.usage);
    return false;
  }
  if (action === 'clear') {
    if (!(await agrees(words.agree))) {
      tell(words.kept);
      return false;
    }
    print(words.cleared(String(await store.clear())));
  }
  const { place } = store.status();
  const { files, derived, size_mb, limit_mb } = cacheState(store.status());
  print(
    [
      place === 'memory' ? words.memory : place,
      words.state(String(files), String(derived)),
      words.size(String(size_mb), String(limit_mb)),
    ].join('\n'),
  );
  return true;
}
