import { describe, expect, it } from 'vitest';
import { compileRoutes, matchRoute, type Route } from './route.ts';

const answer = () => new Response();
const table: Route<object>[] = [
  { method: 'GET', path: '/athlete/{id}/activities/{ids}', handler: answer },
  { method: 'GET', path: '/athlete/{id}/activities/search', handler: answer },
  { method: 'GET', path: '/athlete/{id}/events{ext?}', handler: answer },
  { method: 'POST', path: '//api/oauth/token', handler: answer },
];
const routes = compileRoutes(table, '/api/v1');

describe('routes', () => {
  it('prefer a literal segment to a hole, whatever the order of the table', () => {
    const match = matchRoute(routes, 'GET', '/api/v1/athlete/0/activities/search');
    expect(match.kind === 'found' && match.route.name).toBe('GET /athlete/{id}/activities/search');
  });

  it('decode what fills a hole, and keep a suffix apart', () => {
    expect(matchRoute(routes, 'GET', '/api/v1/athlete/i%31/events.csv')).toMatchObject({
      params: { id: 'i1', ext: '.csv' },
    });
    expect(matchRoute(routes, 'GET', '/api/v1/athlete/i1/events')).toMatchObject({ params: { id: 'i1' } });
  });

  it('match any spelling of the letters where they are told to, and keep what fills a hole as it was', () => {
    const loose = compileRoutes([{ method: 'GET', path: '/User/{id}', ignoreCase: true, handler: answer }], '');
    expect(matchRoute(loose, 'GET', '/user/Ab')).toMatchObject({ params: { id: 'Ab' } });
    expect(matchRoute(routes, 'GET', '/api/v1/Athlete/0/events').kind).toBe('not-found');
  });

  it('do not let a hole run over a slash', () => {
    expect(matchRoute(routes, 'GET', '/api/v1/athlete/a/b/events').kind).toBe('not-found');
  });

  it('ignore the base path when they start with two slashes', () => {
    expect(matchRoute(routes, 'POST', '/api/oauth/token').kind).toBe('found');
    expect(matchRoute(routes, 'POST', '/api/v1/api/oauth/token').kind).toBe('not-found');
  });

  it('name the verbs that a path allows when the verb is wrong', () => {
    expect(matchRoute(routes, 'PATCH', '/api/v1/athlete/0/events')).toEqual({
      kind: 'method-not-allowed',
      allowed: ['GET'],
    });
  });
});
