import * as z from '@core/mcp-kit/schema';

/** What every JSON answer is wrapped in. */
export interface Envelope {
  readonly code: number;
  readonly message: string;
  readonly data: unknown;
}

/**
 * Reads the wrapper, also with the capital letters of the older hosts.
 *
 * @returns undefined for anything else
 */
export function readEnvelope(value: unknown): Envelope | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const fields = value as Record<string, unknown>;
  const code = fields.code ?? fields.Code;
  const number = typeof code === 'string' && /^-?\d+$/.test(code) ? Number(code) : code;
  if (typeof number !== 'number' || !Number.isInteger(number)) return undefined;
  const message = fields.message ?? fields.Message ?? fields.msg;
  return {
    code: number,
    message: typeof message === 'string' ? message : '',
    data: fields.data ?? fields.Data ?? null,
  };
}

/** 0, and 200 on some mobile routes. */
export function isSuccess({ code }: Envelope): boolean {
  return code === 0 || code === 200;
}

/** A wire schema for `data` below the wrapper. Refusals were turned into failures before, by the gateway. */
export function enveloped<T>(data: z.ZodType<T>): z.ZodType<T> {
  const unwrap = z.transform((value: unknown, ctx): unknown => {
    const envelope = readEnvelope(value);
    if (envelope !== undefined && isSuccess(envelope)) return envelope.data;
    ctx.addIssue({ code: 'custom', message: 'expected a code of success', path: ['code'] });
    return z.NEVER;
  });
  return z.pipe(unwrap, data);
}
