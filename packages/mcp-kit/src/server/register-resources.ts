import { type McpServer, ResourceNotFoundError, ResourceTemplate } from '@modelcontextprotocol/server';
import { isFailure } from '../failure/failure.ts';
import type { Resource } from '../provider/resource.ts';
import { readResource } from './read-resource.ts';
import type { Runtime } from './runtime.ts';

/** Lists a provider's resources; an address with holes is listed as a template. */
export function registerResources<Port>(server: McpServer, runtime: Runtime<Port>): void {
  for (const resource of runtime.provider.resources as readonly Resource<Port>[]) {
    const { name, title, description, mimeType, uri } = resource;
    const metadata = { title, description, mimeType };
    const read = async (address: URL, holes: Record<string, string>, signal: AbortSignal) => {
      const text = await readResource(runtime, resource, holes, signal).catch((error: unknown) => {
        throw isFailure(error) && error.kind === 'not_found' ? new ResourceNotFoundError(address.href) : error;
      });
      return { contents: [{ uri: address.href, mimeType, text }] };
    };
    if (uri.includes('{')) {
      const template = new ResourceTemplate(uri, { list: undefined });
      server.registerResource(name, template, metadata, (address, holes, ctx) =>
        read(address, holes as Record<string, string>, ctx.mcpReq.signal),
      );
    } else {
      server.registerResource(name, uri, metadata, (address, ctx) => read(address, {}, ctx.mcpReq.signal));
    }
  }
}
