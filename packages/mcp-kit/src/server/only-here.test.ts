import { describe, expect, it } from 'vitest';
import { notebookProvider, someNotes } from '../../test/notebook/notebook.ts';
import { Failure } from '../failure/failure.ts';
import type { Provider } from '../provider/provider.ts';
import * as z from '../schema/index.ts';
import { connect } from '../testing/connect.ts';
import { toolsFor } from '../tool/define.ts';

interface Drawer {
  held: string | undefined;
}

/** A provider whose login has ended, with a tool that puts another one into a drawer. */
function lockedOut(drawer: Drawer) {
  const ended = async (): Promise<never> => {
    throw new Failure('auth', 'The login has ended', { next: 'run `npx nb setup`' });
  };
  const setLogin = toolsFor<unknown>()('nb')({
    name: 'nb_set_login',
    title: 'Take another login',
    toolset: 'notes',
    effect: 'update',
    onlyHere: true,
    athleteScope: 'none',
    description: 'Takes another login.',
    input: z.object({}),
    output: z.object({ written: z.boolean().optional(), held: z.string() }),
    examples: [{}],
    handler: async (ctx) => {
      await ctx.confirm({ summary: 'Take another login', diff: [{ field: 'login', before: null, after: 'new' }] });
      drawer.held = 'new';
      return { held: drawer.held };
    },
  });
  const provider: Provider = {
    ...(notebookProvider(someNotes()) as unknown as Provider),
    tools: [setLogin],
    connect: () => ({ port: () => ({}), athletes: () => ({ self: ended, list: ended }), check: ended }),
  };
  const now = () => new Date('2026-11-20T13:30:00Z');
  return connect(provider, { fetch: globalThis.fetch, now, credentials: {} }, { review: 'always' });
}

describe('a tool that changes this machine alone', () => {
  it('is previewed and committed while no login works, and is about nobody', async () => {
    const drawer: Drawer = { held: undefined };
    const server = lockedOut(drawer);
    const preview = await server.call('nb_set_login');
    expect(preview.structured).toMatchObject({ written: false, preview: { summary: 'Take another login' } });
    expect(preview.structured).not.toHaveProperty('athlete');
    expect(drawer.held).toBeUndefined();
    const { preview_token } = preview.structured;
    const { structured, failure } = await server.call('nb_set_login', { preview_token });
    expect(failure).toBeUndefined();
    expect(structured).toMatchObject({ written: true, held: 'new' });
  });
});
