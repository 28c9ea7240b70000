import { endpoint, path } from '@core/mcp-kit/http';
import { rows } from '../blocks.ts';
import { wireAddedAthlete, wireGroup } from './wire.ts';

/** The coach is the signed-in person: the service takes no other. */
interface OfCoach {
  readonly coach: string;
}
interface OfGroup extends OfCoach {
  readonly group: string;
}

export const groupEndpoints = {
  /** An account that coaches nobody is answered 400. */
  list: endpoint<OfCoach>()({
    method: 'GET',
    path: ({ coach }) => path`coaches/v2/coaches/${coach}/tags`,
    response: rows(wireGroup),
    cacheSeconds: 60,
  }),
  /** Who was connected lately. */
  added: endpoint<OfCoach>()({
    method: 'GET',
    path: ({ coach }) => path`fitness/v1/coaches/${coach}/coachedathletesadded`,
    response: rows(wireAddedAthlete),
  }),
  create: endpoint<OfCoach & { name: string }>()({
    method: 'POST',
    path: ({ coach }) => path`coaches/v1/coaches/${coach}/tags`,
    body: ({ name }) => ({ Value: name }),
    response: wireGroup,
  }),
  rename: endpoint<OfGroup & { name: string }>()({
    method: 'PUT',
    path: ({ coach, group }) => path`coaches/v1/coaches/${coach}/tags/${group}`,
    body: ({ name }) => ({ Value: name }),
    response: 'none',
  }),
  remove: endpoint<OfGroup>()({
    method: 'DELETE',
    path: ({ coach, group }) => path`coaches/v1/coaches/${coach}/tags/${group}`,
    response: 'none',
  }),
  /** One athlete a call. */
  addMember: endpoint<OfGroup & { athlete: string }>()({
    method: 'POST',
    path: ({ coach, group }) => path`coaches/v1/coaches/${coach}/tags/${group}/athletes`,
    body: ({ athlete }) => ({ Value: Number(athlete) }),
    response: 'none',
  }),
  removeMember: endpoint<OfGroup & { athlete: string }>()({
    method: 'DELETE',
    path: ({ coach, group, athlete }) => path`coaches/v1/coaches/${coach}/tags/${group}/athletes/${athlete}`,
    response: 'none',
  }),
};
