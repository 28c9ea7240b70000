import type { CallContext, CommandWork, ProviderCommand } from '@core/mcp-kit';
import type { PortFactories } from '../mount/training-tools.ts';
import type { TrainingPorts } from '../ports/index.ts';

export interface CommandsOptions<Port> {
  readonly platform: string;
  /** Those of the mount. */
  readonly ports: PortFactories<Port>;
}

/** What a command works with: the kit's, and the ports of the provider. */
export interface TrainingWork extends Omit<CommandWork<never>, 'ctx'> {
  readonly ctx: Omit<CallContext<never>, 'port'>;
  readonly ports: Partial<TrainingPorts>;
  readonly platform: string;
}

/** Commands that a provider's ports allow: the coach's store, and the digest of a week without a model. */
export function trainingCommands<Port>({ platform, ports }: CommandsOptions<Port>): readonly ProviderCommand<Port>[] {
  const run =
    (command: (work: TrainingWork) => Promise<boolean>) =>
    ({ ctx, ...work }: CommandWork<Port>): Promise<boolean> => {
      const made = Object.fromEntries(Object.entries(ports).map(([name, make]) => [name, make(ctx as never)]));
      const { port: _client, ...kit } = ctx;
      return command({ ...work, ctx: kit, ports: made as Partial<TrainingPorts>, platform });
    };
  const coach: ProviderCommand<Port> = {
    name: 'coach',
    operands: 'export [file]|erase|import-recipes <folder>',
    summary: 'Save, remove or fill what you keep on this machine about your athletes',
    asks: true,
    load: async () => run((await import('./coach.ts')).coach),
  };
  const digest: ProviderCommand<Port> = {
    name: 'digest',
    summary: 'The week of all your athletes: who needs you, done against plan, what comes',
    options: [
      {
        flag: 'week',
        kind: 'text',
        value: 'YYYY-Www|this|last',
        default: 'last',
        bare: 'last',
        description: 'Which week',
      },
      {
        flag: 'format',
        kind: 'text',
        choices: ['md', 'json', 'html'],
        default: 'md',
        description: 'How it is written',
      },
      { flag: 'tag', kind: 'text', value: 'tag', description: 'Only athletes with this tag' },
      { flag: 'out', kind: 'text', value: 'file', description: 'File to write it to instead of printing' },
    ],
    load: async () => run((await import('./digest.ts')).digest),
  };
  return [...('roster' in ports && 'calendar' in ports ? [digest] : []), ...('store' in ports ? [coach] : [])];
}
