import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { failureOf, rig, scope } from '../../test/http-client.ts';
import { sendJson } from '../../test/loopback-server.ts';
import { endpoint } from './endpoint.ts';
import { path } from './path.ts';

const note = z.object({ id: z.string() });
const createNote = endpoint<{ text: string; colour?: string | null }>()({
  method: 'POST',
  path: () => path`note`,
  body: (fields) => fields,
  response: note,
});
const deleteNote = endpoint<string>()({ method: 'DELETE', path: (id) => path`note/${id}`, response: 'none' });

describe('a write', () => {
  it('is refused before the change was confirmed, and nothing is sent', async () => {
    const { http, server } = await rig((_request, response) => sendJson(response, { id: 'n1' }));
    const failure = await failureOf(http.scoped(scope(undefined, false)).send(createNote, { text: 'hello' }));
    expect(failure.kind).toBe('internal');
    expect(failure.message).toContain('before the change was confirmed');
    expect(server.received).toHaveLength(0);
  });

  it('sends its body as JSON: null is sent, undefined is left out', async () => {
    const { send, server } = await rig((_request, response) => sendJson(response, { id: 'n1' }));
    expect(await send(createNote, { text: 'hello', colour: null })).toEqual({ id: 'n1' });
    expect(server.received[0]?.body).toBe('{"text":"hello","colour":null}');
    expect(server.received[0]?.headers['content-type']).toBe('application/json');
  });

  it('sends a form as a form', async () => {
    const upload = endpoint<string>()({
      method: 'POST',
      path: () => path`upload`,
      body: (text) => {
        const form = new FormData();
        form.set('file', new Blob([text]), 'ride.fit');
        return form;
      },
      response: note,
    });
    const { send, server } = await rig((_request, response) => sendJson(response, { id: 'n1' }));
    await send(upload, 'bytes of a file');
    expect(server.received[0]?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(server.received[0]?.body).toContain('bytes of a file');
  });

  it('sends bytes as they are, without a content type of its own', async () => {
    const put = endpoint<Uint8Array>()({
      method: 'PUT',
      path: () => path`file`,
      body: (bytes) => bytes,
      response: 'none',
    });
    const { send, server } = await rig((_request, response) => response.writeHead(200).end());
    await send(put, new TextEncoder().encode('.FIT'));
    expect(server.received[0]?.body).toBe('.FIT');
    expect(server.received[0]?.headers['content-type']).toBeUndefined();
  });

  it('sends URL-encoded fields as such', async () => {
    const login = endpoint<string>()({
      method: 'POST',
      path: () => path`token`,
      body: (grant) => new URLSearchParams({ grant_type: grant }),
      response: note,
    });
    const { send, server } = await rig((_request, response) => sendJson(response, { id: 'n1' }));
    await send(login, 'refresh token');
    expect(server.received[0]?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
    expect(server.received[0]?.body).toBe('grant_type=refresh+token');
  });

  it('may be answered with nothing', async () => {
    const { send } = await rig((_request, response) => response.writeHead(204).end());
    expect(await send(deleteNote, 'n1')).toBeUndefined();
  });

  it('is not repeated after a 429, however short the wait, and says that nothing was written', async () => {
    const { send, server } = await rig((_request, response) => response.writeHead(429, { 'retry-after': '1' }).end());
    const failure = await failureOf(send(createNote, { text: 'hello' }));
    expect(failure.toText()).toBe(
      'rate_limited: Velodrome asks to slow down. Next: wait 1 s, then send the same call once; nothing was written.',
    );
    expect(server.received).toHaveLength(1);
  });

  it('is ambiguous when a sign-in page answers a delete with status 200', async () => {
    const { send } = await rig((_request, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<form>'),
    );
    expect((await failureOf(send(deleteNote, 'n1'))).kind).toBe('ambiguous_write');
  });

  it('that was cancelled after it left is ambiguous', async () => {
    const { http } = await rig(() => {});
    const failure = await failureOf(http.scoped(scope(AbortSignal.timeout(40))).send(createNote, { text: 'hello' }));
    expect(failure.kind).toBe('ambiguous_write');
    expect(failure.message).toContain('the call was stopped');
  });

  it('is sent once more after a 401 that a renewed token cures: the first one was never looked at', async () => {
    let applied = 0;
    const { send } = await rig(
      (_request, response, nth) => {
        if (nth > 0) applied += 1;
        sendJson(response, { id: 'n1' }, nth === 0 ? 401 : 200);
      },
      { onUnauthorized: async () => true },
    );
    expect(await send(createNote, { text: 'hello' })).toEqual({ id: 'n1' });
    expect(applied).toBe(1);
  });
});

describe("a provider's explanation of a refusal", () => {
  const explain = ({ status, body }: { status: number; body: unknown }) =>
    status === 422 && (body as { error?: string }).error === 'ftp'
      ? {
          message: 'The platform does not know an FTP for this day',
          next: 'set `ftp` first',
          kind: 'not_found' as const,
        }
      : undefined;

  it('replaces the words of the table, and falls back to them', async () => {
    const { send } = await rig(
      (_request, response, nth) => sendJson(response, { error: nth === 0 ? 'ftp' : 'else' }, 422),
      { explain },
    );
    expect((await failureOf(send(createNote, { text: 'a' }))).toText()).toBe(
      'not_found: The platform does not know an FTP for this day. Next: set `ftp` first.',
    );
    expect((await failureOf(send(createNote, { text: 'b' }))).kind).toBe('bad_input');
  });
});

describe('what a write makes old', () => {
  const count = z.object({ n: z.number() });
  const reading = { response: count, cacheSeconds: 60 } as const;
  const of = endpoint<{ who: string }>()({ ...reading, method: 'GET', path: ({ who }) => path`of/${who}` });
  const total = endpoint<Record<never, never>>()({ ...reading, method: 'GET', path: () => path`total` });
  const kinds = endpoint<Record<never, never>>()({ ...reading, fixed: true, method: 'GET', path: () => path`kinds` });
  const change = endpoint<{ who?: string }>()({ method: 'POST', path: () => path`change`, response: 'none' });
  const counting = (options: object = {}) =>
    rig((_request, response, nth) => sendJson(response, { n: nth }), {
      subject: (params) => (params as { who?: string }).who,
      ...options,
    });

  it('is what is known about the same one and about nobody; others and catalogues are kept', async () => {
    const { send } = await counting();
    for (const who of ['a', 'b']) await send(of, { who });
    await send(total, {});
    await send(kinds, {});
    await send(change, { who: 'a' });
    expect(await send(of, { who: 'b' })).toEqual({ n: 1 });
    expect(await send(kinds, {})).toEqual({ n: 3 });
    expect(await send(of, { who: 'a' })).toEqual({ n: 5 });
    expect(await send(total, {})).toEqual({ n: 6 });
  });

  it('is everything but catalogues when it is about nobody in particular', async () => {
    const { send } = await counting();
    await send(of, { who: 'a' });
    await send(kinds, {});
    await send(change, {});
    expect(await send(of, { who: 'a' })).toEqual({ n: 3 });
    expect(await send(kinds, {})).toEqual({ n: 1 });
  });

  it('is everything where the client is not told whom requests are about', async () => {
    const { send } = await counting({ subject: undefined });
    await send(of, { who: 'b' });
    await send(change, { who: 'a' });
    expect(await send(of, { who: 'b' })).toEqual({ n: 2 });
  });
});
