import type { Command } from './command.ts';
import type { AnyProvider } from './option-table.ts';

/** Every command of a server, in the order in which people need them, then its own. Each is loaded when it runs. */
export function commandsOf(provider: AnyProvider): readonly Command[] {
  const own = (provider.commands ?? []).map(
    ({ name, operands, summary, load }): Command => ({
      name,
      ...(operands !== undefined && { operands }),
      summary,
      load: async () => {
        const { runOwn } = await import('./own-command.ts');
        const command = await load();
        return (context) => runOwn(context, command);
      },
    }),
  );
  return [...commands, ...own];
}

const commands: readonly Command[] = [
  {
    name: 'serve',
    summary: 'Serve MCP on standard input and output, or over HTTP with --http (the default command)',
    load: async () => (await import('./commands/serve.ts')).serve,
  },
  {
    name: 'setup',
    summary: 'Log in and tell your AI programs about this server, step by step',
    load: async () => (await import('./commands/setup.ts')).setup,
  },
  {
    name: 'auth',
    operands: 'login|status|logout',
    summary: 'Set, check or remove the login',
    load: async () => (await import('./commands/auth.ts')).auth,
  },
  {
    name: 'doctor',
    summary: 'Show what is configured and from where, and whether it works',
    load: async () => (await import('./commands/doctor.ts')).doctor,
  },
  {
    name: 'config',
    operands: '[client]',
    summary: 'Print what a client needs to start this server, or write it with --write',
    load: async () => (await import('./commands/config.ts')).config,
  },
  {
    name: 'tools',
    summary: 'List the tools that are served, and what they cost with --tokens',
    load: async () => (await import('./commands/tools.ts')).tools,
  },
  {
    name: 'call',
    operands: "<tool> ['{json}']",
    summary: 'Call one tool from the terminal; - reads the JSON from standard input',
    load: async () => (await import('./commands/call.ts')).call,
  },
];
