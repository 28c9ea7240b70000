import { endpoint, path } from '@core/mcp-kit/http';
import { enveloped } from '../wire/envelope.ts';
import { wireLogin, wireSessionKey } from '../wire/login.ts';

/** The password travels in clear inside TLS, as the web app sends it. */
export const logIn = endpoint<{ username: string; password: string }>()({
  method: 'POST',
  effect: 'read',
  path: () => path`service/auth/account/login`,
  body: ({ username, password }) => ({ appId: 'igpsport-web', username, password }),
  response: enveloped(wireLogin),
  maxBytes: 1_000_000,
});

/** The handshake of the signing module: sent without a login and without a signature. */
export const getSessionKey = endpoint<object>()({
  method: 'GET',
  path: () => path`service/edge-core/api/public/key`,
  response: enveloped(wireSessionKey),
  maxBytes: 1_000_000,
});
