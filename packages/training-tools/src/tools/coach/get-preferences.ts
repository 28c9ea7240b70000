import * as z from '@core/mcp-kit/schema';
import { group } from '../../answer/notes.ts';
import { defineSharedTool } from '../../mount/shared-tool.ts';
import { shownPreferences } from '../../store/shown-preferences.ts';
import { STAYS_HERE } from '../../store/stays-here.ts';

export default defineSharedTool({
  name: 'get_preferences',
  title: 'What you prefer',
  toolset: 'coach',
  effect: 'read',
  athleteScope: 'none',
  needs: ['store'],
  userText: ['aliases'],
  description: 'How the coach prescribes (zone or percent; ask when unknown), aliases, bounds of triage rules.',
  input: z.object({}),
  output: z.object({ preferences: group, notes: z.array(z.string()) }),
  examples: [{}],
  handler: async ({ ports }) => {
    const preferences = await shownPreferences(ports.store);
    const unknown = preferences.targets === null ? ['Ask whether targets are zones or percent, then set it.'] : [];
    return { preferences, notes: [STAYS_HERE, ...unknown] };
  },
});
