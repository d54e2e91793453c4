import { createStore } from './store';

/**
 * The caller's tokens. The access token lives in memory only; the refresh token in sessionStorage,
 * so that a reload stays signed in and closing the tab forgets it. Neither is ever in localStorage.
 *
 * Tabs of one browser tell each other about rotation: a duplicated tab holds the same refresh token,
 * and using a spent one later would end the session of both.
 */
export type SessionState = 'starting' | 'anonymous' | 'signed-in' | 'expired';

export interface Tokens {
  access: string;
  refresh: string;
}

type Message =
  | { type: 'rotated'; spent: string; tokens: Tokens }
  | { type: 'ended'; refresh: string }
  | { type: 'who' }
  | { type: 'here'; tokens: Tokens };

/** The sign-in that goes by a name in this browser: the platform's, or an application's. */
export function createSession(name: string) {
  const KEY = `${name}.refresh`;
  const sessionState = createStore<SessionState>('starting');

  let access: string | null = null;
  let refresh: string | null = readStored();

  function readStored(): string | null {
    try {
      return sessionStorage.getItem(KEY);
    } catch {
      return null;
    }
  }

  function keep(tokens: Tokens | null) {
    access = tokens?.access ?? null;
    refresh = tokens?.refresh ?? null;
    try {
      if (refresh) sessionStorage.setItem(KEY, refresh);
      else sessionStorage.removeItem(KEY);
    } catch {
      // Storage may be switched off; the session then lasts until the next reload.
    }
  }

  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(`${name}.session`);

  function tell(message: Message) {
    channel?.postMessage(message);
  }

  channel?.addEventListener('message', (event: MessageEvent<Message>) => {
    const message = event.data;
    if (message.type === 'rotated' && message.spent === refresh) keep(message.tokens);
    else if (message.type === 'ended' && message.refresh === refresh) {
      keep(null);
      sessionState.set('anonymous');
    } else if (message.type === 'who' && access && refresh) {
      tell({ type: 'here', tokens: { access, refresh } });
    }
  });
  // In Node (the tests) an open channel would keep the process alive.
  (channel as unknown as { unref?: () => void } | null)?.unref?.();

  const session = {
    access: () => access,
    refresh: () => refresh,

    start(tokens: Tokens) {
      keep(tokens);
      sessionState.set('signed-in');
    },

    rotate(spent: string, tokens: Tokens) {
      keep(tokens);
      tell({ type: 'rotated', spent, tokens });
    },

    /** The server no longer accepts the session: what is on the screen stays, and the person signs in again. */
    expire() {
      const wasIn = sessionState.get() === 'signed-in' || sessionState.get() === 'expired';
      keep(null);
      sessionState.set(wasIn ? 'expired' : 'anonymous');
    },

    end() {
      if (refresh) tell({ type: 'ended', refresh });
      keep(null);
      sessionState.set('anonymous');
    },

    /** A new tab asks the others whether somebody is signed in. */
    adopt(): Promise<boolean> {
      if (!channel) return Promise.resolve(false);
      return new Promise((resolve) => {
        const done = (found: boolean) => {
          clearTimeout(timer);
          channel.removeEventListener('message', listen);
          resolve(found);
        };
        const listen = (event: MessageEvent<Message>) => {
          if (event.data.type !== 'here') return;
          keep(event.data.tokens);
          done(true);
        };
        const timer = setTimeout(() => done(false), 150);
        channel.addEventListener('message', listen);
        tell({ type: 'who' });
      });
    },
  };

  return { session, sessionState };
}

export const { session, sessionState } = createSession('nocode');
