import { randomUUID } from 'node:crypto';
import type { Route } from '@core/sandbox';
import type { Ctx } from '../access.ts';
import { ok, refusal } from '../envelope.ts';
import type { World } from '../world.ts';

const SCOPE = 'activity.api device.api mobile.api offline_access user.api';

export const loginRoutes: readonly Route<World>[] = [
  { method: 'POST', path: '/service/auth/account/login', handler: (_request, ctx) => byPassword(ctx) },
  { method: 'POST', path: '/service/auth/account/SendVerificationCode', handler: (_request, ctx) => sendCode(ctx) },
  { method: 'POST', path: '/service/auth/account/login/phone', handler: (_request, ctx) => byCode(ctx) },
  {
    method: 'GET',
    path: '/service/edge-core/api/public/key',
    handler: (_request, { state }) =>
      ok({ secret_key: Buffer.from(state.sealedKey).toString('base64'), accessKey: 'AKIDWebClient' }),
  },
];

/** The code that the telephone of the sandbox gets. */
export const SMS_CODE = '246810';

function byPassword(ctx: Ctx): Response {
  const { state } = ctx;
  const body = read(ctx);
  if (body?.appId !== 'igpsport-web') return refusal(200, 1000, 'Parameter error');
  if (body.username !== state.options.username || body.password !== state.options.password) {
    return refusal(state.quirks.passwordRefusal, 1002, 'Password error');
  }
  return ok(issue(ctx));
}

function sendCode(ctx: Ctx): Response {
  if (ctx.state.region !== 'cn') return refusal(404, 404, 'Not Found');
  return read(ctx)?.username === ctx.state.options.username ? ok(true) : refusal(200, 1001, 'Account does not exist');
}

function byCode(ctx: Ctx): Response {
  const body = read(ctx);
  const right = body?.phone === ctx.state.options.username && body.code === SMS_CODE;
  return ctx.state.region === 'cn' && right ? ok(issue(ctx)) : refusal(200, 1003, 'Verification code error');
}

function read(ctx: Ctx): Record<string, unknown> | undefined {
  try {
    return JSON.parse(ctx.text()) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

/** A token as the service makes them: its claims say whose it is, and not of which region. */
function issue({ state, now }: Ctx): object {
  const { memberId, options } = state;
  const seconds = Math.floor(now().getTime() / 1000);
  state.issued += 1;
  const claims = {
    iss: 'http://authserver',
    client_id: 'qiwu.mobile',
    scope: SCOPE.split(' '),
    memberid: String(memberId),
    iat: seconds,
    exp: seconds + options.tokenSeconds,
    jti: state.issued,
  };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const token = `${part({ alg: 'RS256', typ: 'at+jwt' })}.${part(claims)}.${randomUUID().replaceAll('-', '')}`;
  state.tokens.set(token, { expires: (seconds + options.tokenSeconds) * 1000 });
  return {
    access_token: token,
    refresh_token: randomUUID(),
    expires_in: options.tokenSeconds,
    token_type: 'Bearer',
    scope: SCOPE,
    boundPhone: true,
  };
}
