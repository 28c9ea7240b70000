import type { Command } from './command.ts';

/** Every command, in the order in which people need them. Each is loaded when it runs. */
export const commands: readonly Command[] = [
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
