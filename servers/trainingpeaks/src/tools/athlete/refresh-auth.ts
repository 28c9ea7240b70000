import { Failure, noted, notesShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { findInBrowser, loginSource } from '../../answers/login.ts';
import { toAthletes } from '../../domain/identity/athlete.ts';
import { defineTool } from '../../tool.ts';

const browsers = ['auto', 'chrome', 'edge', 'brave', 'chromium', 'firefox', 'safari'] as const;

export default defineTool({
  name: 'tp_refresh_auth',
  title: 'Take the login from a browser',
  toolset: 'athlete',
  effect: 'update',
  onlyHere: true,
  athleteScope: 'none',
  userText: ['account'],
  description: 'Takes a fresh login from a browser on this machine and stores it.',
  input: z.object({ browser: z.optional(z.enum(browsers)) }),
  output: z.object({
    written: z.optional(z.boolean()),
    account: z.object({ id: z.string(), name: z.string() }),
    found_in: z.string(),
    ...notesShape,
  }),
  examples: [{}],
  handler: async (ctx, { browser = 'auto' }) => {
    const { login } = ctx.port;
    const found = await findInBrowser(login, browser);
    if (found === undefined) throw nothingToLookAfter();
    const before = await ownerNow(login);
    const account = { id: found.check.athleteId, name: found.check.athleteName };
    const other = before !== null && before.id !== account.id;
    await ctx.confirm({
      summary: `Use the login of ${found.where} from now on`,
      diff: [
        { field: 'account', before: before?.name ?? null, after: account.name },
        { field: 'login', before: await loginSource(login), after: found.where },
      ],
      ...(other && { notes: [`This is another account than ${before.name}.`] }),
      // Another person's calendar is never taken over silently.
      seenByOthers: other,
    });
    return { account, found_in: found.where, ...noted(...(await found.keep())) };
  },
});

/** Whose login works at the moment; `null` when none is set or it has ended. */
async function ownerNow(login: Parameters<typeof loginSource>[0]): Promise<{ id: string; name: string } | null> {
  if ((await loginSource(login)) === null) return null;
  const state = await login.check();
  return state.accepted ? toAthletes(state.user)[0] : null;
}

function nothingToLookAfter(): Failure {
  return new Failure('blocked', 'This server was started with a login that it cannot change', {
    next: 'ask the user to start it without `--demo` and to run `auth login --from-browser`',
  });
}
