import {
  acceptedContent,
  type CallToolResult,
  CLIENT_CAPABILITIES_META_KEY,
  type ClientCapabilities,
  type InputRequiredResult,
  inputRequired,
  inputResponse,
  McpServer,
  type ServerContext,
  type StandardSchemaWithJSON,
} from '@modelcontextprotocol/server';
import type { Change } from '../confirm/change.ts';
import type { FileLink } from '../files/call-files.ts';
import type { JsonSchema } from '../tool/advertise.ts';
import { hintsOf } from '../tool/effect.ts';
import { type CallRequest, dispatch, type Outcome } from './dispatch.ts';
import { handsOutFiles, registerFiles } from './register-files.ts';
import { registerPrompts } from './register-prompts.ts';
import { registerResources } from './register-resources.ts';
import type { Runtime } from './runtime.ts';

/** Which side of the protocol's break in 2026 a connection is on. */
export interface ServerRequestContext {
  readonly era: 'legacy' | 'modern';
  /** Whether clients can listen for changes of resources. */
  readonly updates?: boolean;
}

const listTtlMs = 60 * 60 * 1000;

/** An SDK server over a runtime: cheap to make, one for each connection or stateless request. */
export function createServer<Port>(runtime: Runtime<Port>, { era, updates = false }: ServerRequestContext): McpServer {
  const { provider } = runtime;
  const prompts = provider.prompts.filter(({ needs = [] }) => needs.every((tool) => runtime.tools.has(tool)));
  const server = new McpServer(
    {
      name: provider.bin,
      title: `${provider.platform} training data`,
      version: provider.version,
      websiteUrl: provider.websiteUrl,
    },
    {
      instructions: provider.instructions,
      capabilities: {
        tools: {},
        ...((provider.resources.length > 0 || handsOutFiles(runtime)) && {
          resources: { ...(updates && { subscribe: true }) },
        }),
        ...(prompts.length > 0 && { prompts: {} }),
      },
      cacheHints: {
        'tools/list': { ttlMs: listTtlMs, cacheScope: 'public' },
        'prompts/list': { ttlMs: listTtlMs, cacheScope: 'public' },
        'resources/list': { ttlMs: listTtlMs, cacheScope: 'public' },
      },
    },
  );
  for (const prepared of runtime.tools.values()) {
    const { tool } = prepared;
    server.registerTool(
      tool.name,
      {
        title: tool.title,
        description: tool.description,
        inputSchema: passing(() => prepared.advertisedInput),
        outputSchema: passing(() => prepared.advertisedOutput),
        annotations: hintsOf(tool.effect),
      },
      async (args: unknown, ctx: ServerContext) => {
        const outcome = await dispatch(runtime, tool.name, args, callRequest(server, era, ctx));
        return toResult(outcome);
      },
    );
  }
  registerResources(server, runtime);
  registerFiles(server, runtime);
  registerPrompts(server, prompts);
  return server;
}

/**
 * A schema that lists as given and lets everything through: the dispatcher validates, so that a refusal is written by us
 * and names a call that works.
 */
function passing(schema: () => JsonSchema): StandardSchemaWithJSON<Record<string, unknown>, Record<string, unknown>> {
  return {
    '~standard': {
      version: 1,
      vendor: 'core-mcp-kit',
      validate: (value: unknown) => ({ value: value as Record<string, unknown> }),
      jsonSchema: { input: schema, output: schema },
    },
  } as unknown as StandardSchemaWithJSON<Record<string, unknown>, Record<string, unknown>>;
}

function callRequest(server: McpServer, era: 'legacy' | 'modern', ctx: ServerContext): CallRequest {
  const { mcpReq } = ctx;
  const response = mcpReq.inputResponses === undefined ? undefined : inputResponse(mcpReq.inputResponses, 'confirm');
  const accepted = acceptedContent<{ confirm?: boolean }>(mcpReq.inputResponses, 'confirm');
  const answered = response !== undefined && response.kind !== 'missing';
  const agreed = answered && accepted?.confirm === true;
  const askedToken = agreed ? mcpReq.requestState<string>() : undefined;
  return {
    signal: mcpReq.signal,
    canAsk: canAsk(server, era, ctx),
    ...(answered && { answer: agreed ? 'accepted' : 'declined' }),
    ...(askedToken !== undefined && { askedToken }),
    progress: progressReporter(ctx),
  };
}

function canAsk(server: McpServer, era: 'legacy' | 'modern', { mcpReq }: ServerContext): boolean {
  const declared: ClientCapabilities | undefined =
    era === 'modern'
      ? (mcpReq.envelope as Record<string, ClientCapabilities> | undefined)?.[CLIENT_CAPABILITIES_META_KEY]
      : server.server.getClientCapabilities();
  return declared?.elicitation !== undefined;
}

/** Progress must increase and goes only to a client that asked for it. */
function progressReporter({ mcpReq }: ServerContext): NonNullable<CallRequest['progress']> {
  const progressToken = mcpReq._meta?.progressToken;
  if (progressToken === undefined) return () => {};
  let last = -1;
  return (done, total, message) => {
    if (done <= last) return;
    last = done;
    const params = {
      progressToken,
      progress: done,
      ...(total !== undefined && { total }),
      ...(message !== undefined && { message }),
    };
    mcpReq.notify({ method: 'notifications/progress', params }).catch(() => {});
  };
}

function toResult(outcome: Outcome): CallToolResult | InputRequiredResult {
  switch (outcome.kind) {
    case 'answer':
      return {
        content: [{ type: 'text', text: outcome.text }, ...outcome.links.map(resourceLink)],
        structuredContent: outcome.structured,
      };
    case 'failure':
      return { content: [{ type: 'text', text: outcome.failure.toText() }], isError: true };
    case 'ask':
      return inputRequired({
        inputRequests: {
          confirm: inputRequired.elicit({
            message: question(outcome.change),
            requestedSchema: {
              type: 'object',
              properties: { confirm: { type: 'boolean', title: 'Do it', default: true } },
              required: ['confirm'],
            },
          }),
        },
        requestState: outcome.token,
      });
  }
}

function resourceLink({ uri, name, mediaType, bytes }: FileLink) {
  return { type: 'resource_link' as const, uri, name, mimeType: mediaType, size: bytes };
}

function question({ summary, diff, notes = [] }: Change): string {
  const lines = diff.slice(0, 12).map(({ field, before, after }) => `${field}: ${brief(before)} → ${brief(after)}`);
  return [summary, ...lines, ...notes].join('\n');
}

function brief(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
