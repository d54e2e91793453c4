import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { api, online } from './client';
import { ApiError } from './error';
import { ExactNumber } from './json';
import { session, sessionState } from './session';

interface Call {
  url: string;
  init: RequestInit & { headers: Record<string, string> };
}

let calls: Call[] = [];

function answer(status: number, body?: unknown, headers: Record<string, string> = {}): Response {
  return new Response(body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
  });
}

function serve(handler: (call: Call) => Response | Promise<Response>) {
  vi.stubGlobal('fetch', (url: string, init: Call['init']) => {
    const call = { url, init };
    calls.push(call);
    return Promise.resolve().then(() => handler(call));
  });
}

const bearer = (call: Call) => call.init.headers.Authorization;
const refreshes = () => calls.filter((call) => call.url.endsWith('/auth/refresh/'));

beforeEach(() => {
  calls = [];
  session.start({ access: 'old', refresh: 'r1' });
  online.set(true);
});
afterEach(() => vi.unstubAllGlobals());

describe('an expired access token', () => {
  it('is renewed once for calls that fail at the same time, and each is sent again', async () => {
    serve(async (call) => {
      if (call.url.endsWith('/auth/refresh/')) {
        await new Promise((resolve) => setTimeout(resolve, 10));
        return answer(200, { access: 'new', refresh: 'r2', expires_in: 900 });
      }
      return bearer(call) === 'Bearer new' ? answer(200, { url: call.url }) : answer(401, { code: 'TOKEN_EXPIRED' });
    });
    const results = await Promise.all(['a/', 'b/', 'c/'].map((path) => api.get<{ url: string }>(path)));
    expect(results.map(({ url }) => url.slice(-2))).toEqual(['a/', 'b/', 'c/']);
    expect(refreshes()).toHaveLength(1);
    expect(refreshes()[0].init.body).toBe('{"refresh":"r1"}');
    expect(session.refresh()).toBe('r2');
  });

  it('is not renewed again for a call that was answered after the renewal', async () => {
    let late: (response: Response) => void = () => undefined;
    serve((call) => {
      if (call.url.endsWith('/auth/refresh/')) return answer(200, { access: 'new', refresh: 'r2' });
      if (bearer(call) === 'Bearer new') return answer(200, {});
      if (call.url.endsWith('slow/')) return new Promise<Response>((resolve) => (late = resolve));
      return answer(401, {});
    });
    const slow = api.get('slow/');
    await api.get('fast/');
    late(answer(401, {}));
    await slow;
    expect(refreshes()).toHaveLength(1);
  });

  it('ends in a session that has to be signed in again when the refresh token is refused', async () => {
    serve(() => answer(401, { error: 'No', code: 'TOKEN_REUSED' }));
    await expect(api.get('a/')).rejects.toMatchObject({ status: 401 });
    expect(sessionState.get()).toBe('expired');
    expect(session.refresh()).toBeNull();
  });

  it('keeps the session when the server is away during the renewal', async () => {
    serve((call) => {
      if (call.url.endsWith('/auth/refresh/')) throw new TypeError('failed to fetch');
      return answer(401, {});
    });
    await expect(api.get('a/')).rejects.toMatchObject({ code: 'NETWORK' });
    expect(sessionState.get()).toBe('signed-in');
    expect(session.refresh()).toBe('r1');
    expect(online.get()).toBe(false);
  });
});

describe('errors', () => {
  it('carry status, code, message, details and request id', async () => {
    serve(() =>
      answer(400, {
        error: 'Bad',
        code: 'INVALID',
        details: { name: 'is missing', tags: ['one', 'two'] },
        request_id: 'q1',
      }),
    );
    const failure = await api.post('things/', {}).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ApiError);
    expect(failure).toMatchObject({
      status: 400,
      code: 'INVALID',
      message: 'Bad',
      details: { name: 'is missing', tags: 'one two' },
      requestId: 'q1',
    });
  });

  it('of sign-in do not touch the session', async () => {
    serve(() => answer(401, { code: 'INVALID_CREDENTIALS' }));
    await expect(api.post('foundation/auth/login/', {})).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' });
    expect(calls).toHaveLength(1);
    expect(sessionState.get()).toBe('signed-in');
  });
});

describe('a POST', () => {
  it('whose answer got lost is sent again under the same key, and under a new one afterwards', async () => {
    let lost = true;
    serve(() => {
      if (lost) throw new TypeError('failed to fetch');
      return answer(201, { id: '1' });
    });
    await expect(api.post('things/', { a: 1 })).rejects.toMatchObject({ status: 0 });
    lost = false;
    await api.post('things/', { a: 1 });
    await api.post('things/', { a: 1 });
    const keys = calls.map((call) => call.init.headers['Idempotency-Key']);
    expect(keys[0]).toBe(keys[1]);
    expect(keys[2]).not.toBe(keys[1]);
  });
});

describe('numbers', () => {
  it('keep every digit in both directions', async () => {
    serve(() => answer(200, '{"price": 12.50, "big": 12345678901234567890, "n": 3, "s": "a \\"1.50\\" b"}'));
    const row = await api.get<Record<string, unknown>>('row/', undefined, { exact: true });
    expect(row.price).toBeInstanceOf(ExactNumber);
    expect(String(row.price)).toBe('12.50');
    expect(row.n).toBe(3);
    await api.patch('row/', row);
    expect(calls[1].init.body).toBe('{"price":12.50,"big":12345678901234567890,"n":3,"s":"a \\"1.50\\" b"}');
  });
});
