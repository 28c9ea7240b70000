import * as z from 'zod';
import { advertiseInput, advertiseOutput, type JsonSchema } from './advertise.ts';
import type { Tool } from './define.ts';
import { writes } from './effect.ts';

/**
 * A tool with its schemas, each built when it is first asked for and then kept: building them per request costs ten times
 * the call, and most are of tools that a process never calls.
 */
export interface PreparedTool<Port = unknown> {
  readonly tool: Tool<Port>;
  /** The tool's own input plus the parameters that the kit gives every tool of its sort. */
  readonly input: z.ZodObject;
  readonly advertisedInput: JsonSchema;
  readonly advertisedOutput: JsonSchema;
}

/** The schemas of a tool. Call once per process and tool. */
export function prepare<Port>(tool: Tool<Port>): PreparedTool<Port> {
  const input = once(() => z.strictObject({ ...tool.input.shape, ...addedParameters(tool) }));
  const advertisedInput = once(() => advertiseInput(alwaysAsks(tool) ? input().omit({ dry_run: true }) : input()));
  const advertisedOutput = once(() => advertiseOutput(z.object({ ...tool.output.shape, ...addedFields(tool) })));
  return {
    tool,
    get input() {
      return input();
    },
    get advertisedInput() {
      return advertisedInput();
    },
    get advertisedOutput() {
      return advertisedOutput();
    },
  };
}

function once<Value extends object>(build: () => Value): () => Value {
  let built: Value | undefined;
  return () => {
    built ??= build();
    return built;
  };
}

/** Deletes and messages show themselves before anything else: a dry run of them is the call itself, and is taken unlisted. */
function alwaysAsks({ effect }: Tool<never>): boolean {
  return effect === 'delete' || effect === 'send';
}

function addedParameters({ athleteScope, paged, effect }: Tool<never>): z.ZodRawShape {
  return {
    ...(athleteScope === 'one' && { athlete: z.string().optional() }),
    ...(paged && {
      limit: z
        .number()
        .int()
        .min(1)
        .refine((limit) => limit <= paged.max, `at most ${paged.max}`)
        .optional(),
      cursor: z.string().optional(),
    }),
    ...(writes(effect) && {
      dry_run: z.boolean().optional(),
      preview_token: z.string().optional(),
    }),
  };
}

/** What every answer may carry besides is open and not listed: every tool would pay for it (`user_text`). */
function addedFields({ athleteScope, paged, effect, output }: Tool<never>): z.ZodRawShape {
  const shape: z.ZodRawShape = {
    ...(athleteScope === 'one' && { athlete: z.record(z.string(), z.string()) }),
    ...(paged && { total: z.number(), left_out: z.number().optional(), next: z.string().optional() }),
  };
  if (!writes(effect)) return shape;
  // A preview has none of the result's fields, so a write's own fields are all optional in what is published.
  const optionalFields = Object.fromEntries(
    Object.entries(output.shape).map(([key, field]) => [key, z.optional(field)]),
  );
  return {
    ...optionalFields,
    ...shape,
    written: z.boolean(),
    preview: z.record(z.string(), z.unknown()).optional(),
    preview_token: z.string().optional(),
  };
}
