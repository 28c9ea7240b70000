import { noted, notesShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { loginSource } from '../../answers/login.ts';
import { toAthletes } from '../../domain/identity/athlete.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'tp_auth_status',
  title: 'Login status',
  toolset: 'athlete',
  effect: 'read',
  athleteScope: 'none',
  userText: ['account'],
  description: 'Whether the login works, whose it is and where it is kept.',
  input: z.object({}),
  output: z.object({
    accepted: z.boolean(),
    account: z.object({ id: z.string(), name: z.string() }).nullable(),
    source: z.string().nullable(),
    ...notesShape,
  }),
  examples: [{}],
  handler: async (ctx) => {
    const state = await ctx.port.login.check();
    const source = await loginSource(ctx.port.login);
    if (!state.accepted) {
      return {
        accepted: false,
        account: null,
        source,
        ...noted(state.failure.message, `Next: ${state.failure.next}.`),
      };
    }
    const [{ id, name }] = toAthletes(state.user);
    return { accepted: true, account: { id, name }, source };
  },
});
