/**
 * The part of zod that tools and wire schemas use, so that one copy serves the kit and every server. Import it as a
 * namespace: `import * as z from '@core/mcp-kit/schema'`. Whole-namespace re-export is avoided on purpose: it would pull
 * zod's 260 KB of locales into every start.
 */
export type { infer, input, output, ZodObject, ZodRawShape, ZodType } from 'zod';
export {
  array,
  boolean,
  discriminatedUnion,
  enum,
  flattenError,
  int,
  lazy,
  literal,
  looseObject,
  NEVER,
  never,
  null,
  number,
  object,
  optional,
  pipe,
  preprocess,
  record,
  strictObject,
  string,
  toJSONSchema,
  transform,
  tuple,
  union,
  unknown,
} from 'zod';
