import * as z from '@core/mcp-kit/schema';
import { eventOrNone, oneEvent } from '../../answers/one-event.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'tp_get_focus_event',
  title: 'Focus event',
  toolset: 'calendar-edit',
  effect: 'read',
  userText: ['name', 'description', 'comment', 'goals'],
  description: 'The A race that training aims at.',
  input: z.object({}),
  output: oneEvent,
  examples: [{}],
  handler: (ctx) => eventOrNone(ctx, (athlete) => ctx.port.events.focus({ athlete }), 'No focus event is set.'),
});
