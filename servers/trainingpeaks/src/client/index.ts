import type { Endpoint, ScopedHttp } from '@core/mcp-kit/http';
import { analysisEndpoints } from './analysis/endpoints.ts';
import { availabilityEndpoints } from './availability/endpoints.ts';
import { commentEndpoints } from './comments/endpoints.ts';
import { equipmentEndpoints } from './equipment/endpoints.ts';
import { eventEndpoints } from './events/endpoints.ts';
import { fileEndpoints } from './files/endpoints.ts';
import { groupEndpoints } from './groups/endpoints.ts';
import { identityEndpoints } from './identity/endpoints.ts';
import { libraryEndpoints } from './library/endpoints.ts';
import type { LoginPort } from './login.ts';
import { metricEndpoints } from './metrics/endpoints.ts';
import { noteEndpoints } from './notes/endpoints.ts';
import { nutritionEndpoints } from './nutrition/endpoints.ts';
import { planEndpoints } from './plans/endpoints.ts';
import { referenceEndpoints } from './reference/endpoints.ts';
import { reportEndpoints } from './reports/endpoints.ts';
import { settingsEndpoints } from './settings/endpoints.ts';
import { strengthEndpoints } from './strength/endpoints.ts';
import { workoutEndpoints } from './workouts/endpoints.ts';

/** Every operation of the service by its area: adding one to an area's endpoints adds it to the port. */
export const endpoints = {
  identity: identityEndpoints,
  workouts: workoutEndpoints,
  comments: commentEndpoints,
  files: fileEndpoints,
  analysis: analysisEndpoints,
  reports: reportEndpoints,
  settings: settingsEndpoints,
  metrics: metricEndpoints,
  nutrition: nutritionEndpoints,
  equipment: equipmentEndpoints,
  events: eventEndpoints,
  notes: noteEndpoints,
  availability: availabilityEndpoints,
  library: libraryEndpoints,
  plans: planEndpoints,
  strength: strengthEndpoints,
  groups: groupEndpoints,
  reference: referenceEndpoints,
} as const;

type Areas = typeof endpoints;

/** An operation without parameters is called without an argument. */
type Operation<E> =
  E extends Endpoint<infer P, infer R>
    ? Record<never, never> extends P
      ? (params?: P) => Promise<R>
      : (params: P) => Promise<R>
    : never;

/**
 * TrainingPeaks as tools see it: `port.<area>.<operation>(params)`, wire shapes out. An athlete is named by id. Ids are
 * strings.
 *
 * @throws Failure, of every kind of the HTTP client.
 */
export type Operations = {
  readonly [Area in keyof Areas]: { readonly [Name in keyof Areas[Area]]: Operation<Areas[Area][Name]> };
};

/** Every operation, and the login they are made with. */
export type TrainingPeaksPort = Operations & { readonly login: LoginPort };

/** The operations over one call's HTTP client. */
export function createPort(http: ScopedHttp): Operations {
  const bind = (endpoint: Endpoint<unknown, unknown>) => (params: unknown) => http.send(endpoint, params ?? {});
  const area = (operations: Readonly<Record<string, Endpoint<never, unknown>>>) =>
    Object.fromEntries(Object.entries(operations).map(([name, each]) => [name, bind(each as never)]));
  return Object.fromEntries(
    Object.entries(endpoints).map(([name, operations]) => [name, area(operations)]),
  ) as unknown as Operations;
}
