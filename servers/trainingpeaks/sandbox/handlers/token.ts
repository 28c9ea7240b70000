import { type Route, seedOf } from '@core/sandbox';
import type { Ctx } from '../access.ts';
import type { World } from '../world.ts';

const COOKIE_NAME = 'Production_tpAuth';
export const TOKEN_SECONDS = 3600;

export const tokenRoutes: readonly Route<World>[] = [
  { method: 'GET', path: '/users/v3/token', handler: exchange },
  { method: 'POST', path: '/users/v3/token', handler: () => refused(401) },
  { method: 'PUT', path: '/users/v3/token', handler: () => refused(401) },
];

/** The cookie for an hour's token. A Bearer beside the cookie spoils it, even a good one. */
function exchange(request: Request, ctx: Ctx): Response {
  const { state } = ctx;
  if (request.headers.has('authorization')) return refused(401);
  const sent = cookieOf(request.headers.get('cookie') ?? '');
  if (sent === undefined) return refused(401);
  const { cookie, quirks, options } = state;
  const good = sent === options.cookie && cookie.state === 'valid' && cookie.expires > ctx.now().getTime();
  if (!good) return refused(quirks.cookieRefusal);
  return Response.json(answer(ctx, issue(ctx)));
}

function refused(status: number): Response {
  return new Response(null, { status });
}

function cookieOf(header: string): string | undefined {
  for (const pair of header.split(/;\s*/)) {
    const at = pair.indexOf('=');
    if (pair.slice(0, at) === COOKIE_NAME) return pair.slice(at + 1);
  }
  return undefined;
}

function issue(ctx: Ctx): string {
  const { state } = ctx;
  state.tokensIssued += 1;
  const noise = [1, 2, 3, 4, 5, 6].map((part) => seedOf('token', part, state.tokensIssued).toString(36)).join('');
  const token = `gAAAA${noise}`;
  state.tokens.set(token, ctx.now().getTime() + TOKEN_SECONDS * 1000);
  return token;
}

function answer(ctx: Ctx, token: string): object {
  const { me, quirks } = ctx.state;
  const body = {
    success: true,
    token: {
      access_token: token,
      token_type: 'bearer',
      ...(quirks.tokenWithoutExpiry ? {} : { expires_in: TOKEN_SECONDS }),
      refresh_token: `r${token.slice(5, 30)}`,
      scope: 'default',
      expires: new Date(ctx.now().getTime() + TOKEN_SECONDS * 1000).toISOString(),
    },
  };
  if (quirks.tokenShape === 'nested') return body;
  return { ...body, athleteId: me.id, userId: me.id, username: 'maja' };
}
