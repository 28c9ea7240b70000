import * as z from '@core/mcp-kit/schema';
import { eventOrNone, oneEvent } from '../../answers/one-event.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'tp_get_next_event',
  title: 'Next event',
  toolset: 'calendar',
  effect: 'read',
  userText: ['name', 'description', 'comment', 'goals'],
  description: 'The next event of any priority.',
  input: z.object({}),
  output: oneEvent,
  examples: [{}],
  handler: (ctx) => eventOrNone(ctx, (athlete) => ctx.port.events.next({ athlete }), 'No event is planned.'),
});
