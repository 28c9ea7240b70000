import type { ScopedHttp, WireList } from '@core/mcp-kit/http';
import { listActivities } from './endpoints/activities.ts';
import type { WireActivity } from './wire/activity.ts';

/** Trainingpeaks as tools see it: one function an operation, wire shapes out. */
export interface Port {
  readonly listActivities: (params: { readonly oldest: string; readonly newest: string }) => Promise<WireList<WireActivity>>;
}

/** The port over one call's HTTP client. */
export function createPort(http: ScopedHttp): Port {
  return { listActivities: (params) => http.send(listActivities, params) };
}
