import { type Route, seedOf } from '@core/sandbox';
import type { Ctx } from '../access.ts';
import { empty, json } from '../shape/json.ts';
import type { World } from '../world.ts';

/** Sign-in of apps: outside `/api/v1`, except for leaving. */
export const oauthRoutes: readonly Route<World>[] = [
  { method: 'GET', path: '//oauth/authorize', handler: (_, ctx) => authorize(ctx) },
  { method: 'POST', path: '//api/oauth/token', handler: (_, ctx) => token(ctx) },
  { method: 'DELETE', path: '/disconnect-app', handler: (request, ctx) => disconnect(request, ctx) },
];

const CODE_LIFETIME_MS = 120_000;

/** The athlete says yes at once; `deny=true` is the sandbox's way to say no. */
function authorize(ctx: Ctx): Response {
  const target = new URL(ctx.query.get('redirect_uri') ?? 'http://localhost/');
  const state = ctx.query.get('state');
  if (state !== null) target.searchParams.set('state', state);
  if (ctx.query.get('deny') === 'true') target.searchParams.set('error', 'access_denied');
  else {
    ctx.state.codesGiven += 1;
    const code = `code-${seedOf(ctx.state.options.seed, ctx.state.codesGiven)}`;
    ctx.state.codes.set(code, {
      scope: ctx.query.get('scope') ?? '',
      clientId: ctx.query.get('client_id') ?? '',
      expires: ctx.now().getTime() + CODE_LIFETIME_MS,
    });
    target.searchParams.set('code', code);
  }
  return new Response(null, { status: 302, headers: { location: target.href } });
}

/** One use a code, one live token an app and athlete. */
function token(ctx: Ctx): Response {
  const form = new URLSearchParams(ctx.text());
  const code = form.get('code') ?? '';
  const known = ctx.state.codes.get(code);
  ctx.state.codes.delete(code);
  if (!known || known.expires < ctx.now().getTime() || known.clientId !== form.get('client_id')) {
    return json({ status: 404, error: 'Code not found (expired?)' }, 404);
  }
  const access = `token-${seedOf(code, known.clientId)}`;
  const { me, tokens } = ctx.state;
  for (const [old, app] of ctx.state.tokenApps) {
    if (app !== known.clientId) continue;
    tokens.delete(old);
    ctx.state.tokenApps.delete(old);
  }
  tokens.set(access, me.id);
  ctx.state.tokenApps.set(access, known.clientId);
  return json({
    token_type: 'Bearer',
    access_token: access,
    scope: known.scope,
    athlete: { id: me.id, name: me.profile.name },
  });
}

function disconnect(request: Request, ctx: Ctx): Response {
  const header = request.headers.get('authorization') ?? '';
  if (!header.startsWith('Bearer ')) return json({ status: 401, error: 'Unauthorized' }, 401);
  ctx.state.tokens.delete(header.slice(7));
  return empty();
}
