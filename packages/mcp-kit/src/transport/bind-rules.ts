import type { Secret } from '@core/secrets';
import { Failure } from '../failure/failure.ts';
import { isLoopback } from '../http/base-url.ts';

export interface BindRules {
  readonly host: string;
  /** Whoever wants to call must send it. */
  readonly token: Secret | undefined;
  /** Serves without a token: for conformance tests, on loopback only. */
  readonly withoutToken: boolean;
  /** Host names under which the server may be called, besides those of this machine. */
  readonly allowedHosts: readonly string[];
  /** Host names of web pages that may call it. */
  readonly allowedOrigins: readonly string[];
}

const shortestToken = 16;

/**
 * Refuses to open a door that others could walk through: every bind needs a token, and one that other machines can reach
 * needs the names under which it is meant to be called as well, or a web page could reach it by DNS rebinding.
 *
 * @throws Failure `bad_input`
 */
export function checkBind({ host, token, withoutToken, allowedHosts }: BindRules): void {
  const local = isLoopback(host);
  if (withoutToken && !local) {
    throw refuse(`--http-without-token works on this machine only, not on ${host}`, 'set MCP_HTTP_TOKEN instead');
  }
  if (token === undefined && !withoutToken) {
    throw refuse(
      'Serving over HTTP needs a token that clients send',
      'set MCP_HTTP_TOKEN, for example to the output of `openssl rand -hex 32`',
    );
  }
  if (token !== undefined && token.reveal().length < shortestToken) {
    throw refuse(
      `The HTTP token is shorter than ${shortestToken} characters`,
      'use a random one, for example the output of `openssl rand -hex 32`',
    );
  }
  if (!local && allowedHosts.length === 0) {
    throw refuse(
      `Serving on ${host} is reachable from other machines, so it needs the names it is called by`,
      'add --allowed-hosts mcp.example.com, or serve on 127.0.0.1',
    );
  }
}

function refuse(message: string, next: string): Failure {
  return new Failure('bad_input', message, { next });
}
