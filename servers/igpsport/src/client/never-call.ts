import type { ForbiddenEndpoint } from '@core/mcp-kit/http';

/** Operations that exist, or were guessed by other programs, and are never sent. */
export const neverCall: readonly ForbiddenEndpoint[] = [
  {
    method: 'POST',
    path: /\/service\/mobile\/api\/User\/UpdateUserInfo/i,
    incident: 'it wipes the place of residence of the account',
  },
  {
    method: 'POST',
    path: /\/service\/mobile\/api\/User\/UpdatePersonalIntervalInfo/i,
    incident: 'its body is every zone of the account, and a partial one was never shown to be safe',
  },
  {
    method: 'POST',
    path: /\/activity\/(delete|remove|del)/i,
    incident: 'nobody knows how rides are deleted; the paths that programs guess might delete something else',
  },
];
