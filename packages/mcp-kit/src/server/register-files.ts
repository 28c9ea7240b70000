import { type McpServer, ResourceNotFoundError, ResourceTemplate } from '@modelcontextprotocol/server';
import { isFailure } from '../failure/failure.ts';
import type { Runtime } from './runtime.ts';

const isText = /^text\/|^application\/(json|xml)\b|\+(json|xml)\b/;

/** Whether a selected tool hands out files. */
export function handsOutFiles<Port>({ tools }: Runtime<Port>): boolean {
  return [...tools.values()].some(({ tool }) => tool.files === 'out');
}

/** Lets a client read by address what the tools of this process handed out. */
export function registerFiles<Port>(server: McpServer, runtime: Runtime<Port>): void {
  if (!handsOutFiles(runtime)) return;
  for (const [index, template] of runtime.files.templates.entries()) {
    server.registerResource(
      `files-${index + 1}`,
      new ResourceTemplate(template, { list: undefined }),
      { title: 'Files', description: 'Files that tools handed out, for as long as they are held' },
      async ({ href }) => {
        const { mediaType, bytes } = await runtime.files.fetch(href).catch((error: unknown) => {
          throw isFailure(error) && error.kind === 'not_found' ? new ResourceNotFoundError(href) : error;
        });
        const content = isText.test(mediaType)
          ? { text: Buffer.from(bytes).toString('utf8') }
          : { blob: Buffer.from(bytes).toString('base64') };
        return { contents: [{ uri: href, mimeType: mediaType, ...content }] };
      },
    );
  }
}
