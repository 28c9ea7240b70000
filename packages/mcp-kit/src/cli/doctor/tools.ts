import { bytesPerToken, catalogueOf } from '../../catalogue/catalogue.ts';
import { select } from '../../selection/select.ts';
import { writes } from '../../tool/effect.ts';
import type { CommandContext } from '../command.ts';
import type { Finding } from './finding.ts';

/** How many tools are listed, what they cost, and which options keep the others back. */
export function checkTools({ provider, config }: CommandContext): Finding {
  const { cost } = catalogueOf(provider);
  const selected = select(provider, config.selection);
  const bytes = selected.reduce((sum, { name }) => sum + (cost[name]?.model ?? 0), 0);
  const listed = new Set(selected.map(({ name }) => name));
  const { readOnly, allowDelete } = config.selection;
  const hidden = provider.tools.filter(({ name }) => !listed.has(name));
  const keptBack = new Map<string, number>();
  for (const { effect } of hidden) {
    const deletes = effect === 'delete' && allowDelete === 'none';
    const option = readOnly && writes(effect) ? '--read-only' : deletes ? '--allow-delete none' : '--toolsets';
    keptBack.set(option, (keptBack.get(option) ?? 0) + 1);
  }
  const why = [...keptBack].map(([option, count]) => `${count} by ${option}`).join(', ');
  return {
    about: 'tools',
    state: 'good',
    says: [
      `${selected.length} of ${provider.tools.length} listed, about ${Math.ceil(bytes / bytesPerToken)} tokens`,
      ...(why === '' ? [] : [`; kept back: ${why}`]),
    ].join(''),
    ...(selected.length === 0 && { state: 'bad' as const, next: 'leave out some of the options that keep tools back' }),
  };
}
