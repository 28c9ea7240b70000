import type { Context, Route } from '@core/sandbox';
import { refusal } from './envelope.ts';
import { isSigned } from './signing/verify.ts';
import type { World } from './world.ts';

export type Ctx = Context<World>;

const HANDSHAKE = '/service/edge-core/api/public/key';
const WAF_PAGE = '<html><head><title>405</title></head><body><h1>Your request has been blocked</h1></body></html>';

/** Who may come in: the gate looks at the origin, then the signature is checked, then the login. */
export function guard(request: Request, ctx: Ctx, route: Route<World>): Response | undefined {
  if (route.path.startsWith('//')) return undefined;
  const { state, url } = ctx;
  const isLogin = url.pathname.startsWith('/service/auth/');
  if (isLogin && foreignOrigin(request, state)) return blocked();
  if (url.pathname !== HANDSHAKE && state.region === 'cn' && !signatureOk(request, ctx)) {
    const { status, code, message } = state.quirks.signatureRefusal;
    return refusal(status, code, message);
  }
  if (isLogin || url.pathname === HANDSHAKE) return undefined;
  const { failsEverySigned: every } = state.quirks;
  if (every > 0 && request.headers.has('x-signature') && state.signedRequests % every === 0) {
    return refusal(500, 500, 'system error');
  }
  return known(request, ctx) ? undefined : refusal(401, 401, 'Unauthorized');
}

/** The gate of the login sends pages away that belong to the other region. */
function foreignOrigin(request: Request, { region }: World): boolean {
  const origin = request.headers.get('origin') ?? '';
  return region === 'cn' ? origin.endsWith('igpsport.com') : origin.endsWith('igpsport.cn');
}

function blocked(): Response {
  return new Response(WAF_PAGE, { status: 403, headers: { 'content-type': 'text/html; charset=utf-8' } });
}

function signatureOk(request: Request, ctx: Ctx): boolean {
  const { signing } = ctx.state.quirks;
  if (signing === 'off') return true;
  const sent = request.headers.has('x-signature') || request.headers.has('x-access-key');
  return signing === 'optional' && !sent ? true : isSigned(request, ctx);
}

function known(request: Request, { state, now }: Ctx): boolean {
  const token = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
  const issued = token === undefined ? undefined : state.tokens.get(token);
  return issued !== undefined && issued.expires > now().getTime();
}
