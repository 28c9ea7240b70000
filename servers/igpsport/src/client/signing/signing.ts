import { Failure, type Logger } from '@core/mcp-kit';
import type { SigningMode } from './mode.ts';

/** What a signature covers: exactly what goes over the wire. */
export interface Signed {
  /** Upper case. */
  readonly method: string;
  /** Path and query as sent, from `/service` on. */
  readonly target: string;
  /** Whole seconds since 1970. */
  readonly timestamp: string;
  readonly nonce: string;
  readonly body: Uint8Array;
}

/** Makes signatures: 44 characters of base64. */
export interface Signer {
  readonly accessKey: string;
  readonly sign: (what: Signed) => string;
}

/** When requests are signed, and with what. */
export interface Signing {
  readonly mode: SigningMode;
  /** Whether requests are signed now. */
  readonly signs: () => boolean;
  /** Goes up whenever the way of signing changes: names the one that a request was sent with. */
  readonly generation: () => number;
  /** The headers of a signed request; none while requests are not signed. */
  readonly headersFor: (what: Signed) => Promise<Readonly<Record<string, string>>>;
  /** The service refused a request of that generation: signs from now on, or with a new session key. */
  readonly afterRefusal: (generation: number) => Promise<void>;
}

export interface SigningOptions {
  readonly mode: SigningMode;
  /** Loads what signs; called once, and once more after a refusal. */
  readonly load: () => Promise<Signer>;
  readonly log: Logger;
}

/** `auto` starts without signatures, which most clients of the service do, and signs once the service insists. */
export function createSigning({ mode, load, log }: SigningOptions): Signing {
  let on = mode === 'module' || mode === 'key';
  let generation = 0;
  let signer: Promise<Signer> | undefined;
  const loaded = (): Promise<Signer> => {
    if (signer === undefined) {
      const loading = load();
      signer = loading;
      loading.catch(() => {
        if (signer === loading) signer = undefined;
      });
    }
    return signer;
  };
  return {
    mode,
    signs: () => on,
    generation: () => generation,
    headersFor: async (what) => {
      if (!on) return {};
      const { accessKey, sign } = await loaded();
      return {
        'x-access-key': accessKey,
        'x-platform': 'web',
        'x-timestamp': what.timestamp,
        'x-nonce': what.nonce,
        'x-signature': sign(what),
      };
    },
    afterRefusal: async (refused) => {
      if (refused !== generation) return;
      if (mode === 'off') {
        throw new Failure('blocked', 'iGPSport asks for signed requests, and signing is off', {
          next: 'tell the user to set IGPSPORT_SIGNING to auto; sending it again will not help',
        });
      }
      log.log(
        'warn',
        on
          ? 'iGPSport refused a signature: asking for a new session key'
          : "iGPSport asks for signed requests: signing from now on with the web app's own module",
      );
      on = true;
      generation += 1;
      signer = undefined;
      await loaded();
    },
  };
}

/** For a region that never asks for signatures. */
export const unsigned: Signing = {
  mode: 'off',
  signs: () => false,
  generation: () => 0,
  headersFor: async () => ({}),
  afterRefusal: async () => {
    throw new Failure('contract', 'iGPSport asks for signed requests in a region that never did', {
      next: 'tell the user that the service changed and to update this server',
    });
  },
};
