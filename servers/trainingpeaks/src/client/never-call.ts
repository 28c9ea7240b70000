import type { ForbiddenEndpoint } from '@core/mcp-kit/http';

/** Operations that exist and are never sent, each with what happened when somebody did. */
export const neverCall: readonly ForbiddenEndpoint[] = [
  {
    method: 'POST',
    path: /^\/plans\/v\d+\/commands\/applyplan\b/i,
    incident:
      'an application made this way came out empty and owned the workouts of the plan itself; undoing it on 2026-06-17 deleted all 139 of them',
  },
  {
    method: 'POST',
    path: /^\/plans\/v\d+\/commands\/removeplan\b/i,
    incident:
      'it deletes every workout that belongs to an application of a plan; on 2026-06-17 those were the 139 of the published plan itself',
  },
];
