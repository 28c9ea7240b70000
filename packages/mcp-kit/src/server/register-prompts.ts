import type { McpServer } from '@modelcontextprotocol/server';
import * as z from 'zod';
import type { Prompt } from '../provider/prompt.ts';

/** Lists a provider's prompts. Arguments are text, as the protocol has them. */
export function registerPrompts(server: McpServer, prompts: readonly Prompt[]): void {
  for (const prompt of prompts) {
    const shape = Object.fromEntries(
      prompt.arguments.map(({ name, description, required }) => {
        const text = z.string().describe(description);
        return [name, required ? text : text.optional()];
      }),
    );
    server.registerPrompt(
      prompt.name,
      { title: prompt.title, description: prompt.description, argsSchema: z.object(shape) },
      (values) => ({
        messages: [{ role: 'user', content: { type: 'text', text: prompt.render(values as Record<string, string>) } }],
      }),
    );
  }
}
