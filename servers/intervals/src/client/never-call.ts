import type { ForbiddenEndpoint } from '@core/mcp-kit/http';

/**
 * Operations that exist and are never sent, each with what happens when somebody does. Paths are those below `/api/v1/`,
 * with the query.
 */
export const neverCall: readonly ForbiddenEndpoint[] = [
  {
    method: 'DELETE',
    path: /athlete\/[^/]+\/events(\?(?!.*newest=).*)?$/,
    incident:
      'without `newest` it removes everything after `oldest` in those categories: a whole season of plans at once',
  },
  {
    method: 'DELETE',
    path: /athlete\/[^/]+\/events\/[^/?]+\?.*others=true/,
    incident: 'it also removes every event that was added together with this one, the past ones included',
  },
  {
    method: 'DELETE',
    path: /disconnect-app$/,
    incident: 'it revokes the login of every program that uses the same grant',
  },
  {
    method: 'PUT',
    path: /activity\/[^/]+\/streams$/,
    incident: 'it overwrites recorded data with what a model wrote out; a table of the user goes through streams.csv',
  },
];
