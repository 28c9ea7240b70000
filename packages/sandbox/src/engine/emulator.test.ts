import { describe, expect, it } from 'vitest';
import { createClock } from './clock.ts';
import { createEmulator } from './emulator.ts';

function notes() {
  return createEmulator<{ notes: string[] }>({
    name: 'notes',
    origin: 'https://notes.example',
    basePath: '/v1',
    clock: createClock('2026-01-01T12:00:00Z'),
    state: () => ({ notes: ['first'] }),
    routes: [
      {
        method: 'GET',
        path: '/notes',
        handler: (_, { state, now }) => Response.json({ notes: state.notes, at: now() }),
      },
      {
        method: 'POST',
        path: '/notes',
        handler: (_, { state, text }) => {
          state.notes.push(text());
          return Response.json({ count: state.notes.length });
        },
      },
      {
        method: 'GET',
        path: '/broken',
        handler: () => {
          throw new Error('defect');
        },
      },
    ],
    unmatched: (status) => Response.json({ status }, { status }),
  });
}

const get = (path = '/v1/notes') =>
  new Request(`https://notes.example${path}`, { headers: { authorization: 'Bearer s3cret' } });
const post = (body: string) => new Request('https://notes.example/v1/notes', { method: 'POST', body });

describe('an emulator', () => {
  it('shows in a list what was created', async () => {
    const emulator = notes();
    await emulator.fetch(post('second'));
    expect(await (await emulator.fetch(get())).json()).toMatchObject({ notes: ['first', 'second'] });
  });

  it('is back at its seed after a reset, with an empty log and no faults', async () => {
    const emulator = notes();
    emulator.faults.inject('http-500');
    await emulator.fetch(post('second'));
    emulator.reset();
    expect(emulator.requests).toEqual([]);
    expect(await (await emulator.fetch(get())).json()).toMatchObject({ notes: ['first'] });
  });

  it('logs each request without its credentials', async () => {
    const emulator = notes();
    await emulator.fetch(get('/v1/notes?access_token=abc&q=x'));
    expect(emulator.requests).toHaveLength(1);
    expect(emulator.requests[0]).toMatchObject({
      method: 'GET',
      path: '/v1/notes',
      query: { access_token: '[credential]', q: 'x' },
      headers: { authorization: 'Bearer [credential]' },
      route: 'GET /notes',
      status: 200,
    });
    expect(JSON.stringify(emulator.requests)).not.toMatch(/s3cret|abc/);
  });

  it('counts as writes what changed state, not what was refused', async () => {
    const emulator = notes();
    await emulator.fetch(get());
    await emulator.fetch(post('a'));
    emulator.faults.inject('http-503', { times: 1 });
    await emulator.fetch(post('b'));
    expect(emulator.writes().map((entry) => entry.body)).toEqual(['a']);
  });

  it('follows the clock that it was given', async () => {
    const emulator = notes();
    emulator.clock.advance(60_000);
    const response = await emulator.fetch(get());
    expect(await response.json()).toMatchObject({ at: '2026-01-01T12:01:00.000Z' });
    expect(response.headers.get('date')).toBe('Thu, 01 Jan 2026 12:01:00 GMT');
  });

  it('lets a defect of a handler through instead of inventing an answer', async () => {
    await expect(notes().fetch(get('/v1/broken'))).rejects.toThrow('defect');
  });

  it('asks the service for its own answer to unknown paths and verbs', async () => {
    const emulator = notes();
    expect((await emulator.fetch(get('/v1/nothing'))).status).toBe(404);
    expect((await emulator.fetch(new Request('https://notes.example/v1/notes', { method: 'DELETE' }))).status).toBe(
      405,
    );
  });
});

describe('faults', () => {
  it('hit only the route and the verb that they are scoped to', async () => {
    const emulator = notes();
    emulator.faults.inject('http-500', { method: 'POST', path: '/notes' });
    expect((await emulator.fetch(get())).status).toBe(200);
    expect((await emulator.fetch(post('x'))).status).toBe(500);
  });

  it('count down, and stop when disarmed', async () => {
    const emulator = notes();
    emulator.faults.inject('http-502', { times: 2 });
    const statuses = [];
    for (let i = 0; i < 3; i++) statuses.push((await emulator.fetch(get())).status);
    expect(statuses).toEqual([502, 502, 200]);
    const disarm = emulator.faults.inject('http-500');
    disarm();
    expect((await emulator.fetch(get())).status).toBe(200);
  });

  it('name the known ones when the name is wrong', () => {
    expect(() => notes().faults.inject('teapot')).toThrow(/no fault named teapot.*http-401-once/);
  });
});
