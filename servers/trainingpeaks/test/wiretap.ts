import { connect } from '@core/mcp-kit/testing';
import { type PlatformOptions, sandboxPlatform } from '../sandbox/platform.ts';
import { provider } from '../src/provider.ts';

/** One request as it was on the wire, credentials and all. */
export interface WireRequest {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly cookie: string | null;
  readonly authorization: string | null;
}

/** The server over an emulator, with every header that left it. `answer` may take a request before the emulator does. */
export function tapped(
  options: PlatformOptions = {},
  answer: (request: Request) => Response | undefined | Promise<Response | undefined> = () => undefined,
) {
  const platform = sandboxPlatform(options);
  const credentials = { ...platform.credentials };
  const wire: WireRequest[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { host, pathname: path } = new URL(request.url);
    wire.push({
      method: request.method,
      host,
      path,
      cookie: request.headers.get('cookie'),
      authorization: request.headers.get('authorization'),
    });
    return (await answer(request)) ?? platform.fetch(request);
  };
  const server = connect(provider, { ...platform, credentials, fetch });
  return {
    ...server,
    sandbox: platform.sandbox,
    world: platform.sandbox.emulator.state,
    /** What the server is given as its login; change it to switch. */
    credentials: credentials as { auth_cookie: string },
    wire,
    exchanges: () => wire.filter(({ path }) => path === '/users/v3/token'),
  };
}
