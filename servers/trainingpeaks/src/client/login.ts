import { type Failure, isFailure, type LoginDesk } from '@core/mcp-kit';
import type { WireUser } from './identity/wire.ts';

/** Name of the credential in the store and in messages. */
export const CREDENTIAL = 'auth_cookie';

/** Whether the login works now: whose it is, or why it is refused. */
export type LoginState =
  | { readonly accepted: true; readonly user: WireUser }
  | { readonly accepted: false; readonly failure: Failure };

/** The login as tools see it; the secret itself is nowhere in it. */
export interface LoginPort {
  /**
   * One real call.
   *
   * @throws Failure `auth` when no login is set at all; any failure that is not about the login, such as an outage.
   */
  readonly check: () => Promise<LoginState>;
  /** What this machine may tell of the login and do with it; absent in the demo. */
  readonly desk: LoginDesk | undefined;
}

export function createLoginPort(
  credentialIsSet: () => Promise<unknown>,
  readUser: () => Promise<WireUser>,
  desk: LoginDesk | undefined,
): LoginPort {
  return {
    desk,
    check: async () => {
      await credentialIsSet();
      try {
        return { accepted: true, user: await readUser() };
      } catch (error) {
        if (isFailure(error) && error.kind === 'auth') return { accepted: false, failure: error };
        throw error;
      }
    },
  };
}
