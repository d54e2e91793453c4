import { createContext, useContext, useEffect } from 'react';
import type { Account, Description } from './api';
import type { Language, Texts } from './texts';

export interface FrameState {
  t: Texts;
  language: Language;
  setLanguage(language: Language): void;
  go(path: string): void;
  reload(): Promise<void>;
  app: Description | null;
  account: Account | null;
  /** The server no longer takes the sign-in that there was. */
  expired: boolean;
}

export const FrameContext = createContext<FrameState | null>(null);

export function useFrame(): FrameState {
  const frame = useContext(FrameContext);
  if (!frame) throw new Error('Outside of the frame.');
  return frame;
}

/** What stands on the browser's tab. */
export function useTitle(title: string) {
  const { app } = useFrame();
  useEffect(() => {
    document.title = app && title !== app.name ? `${title} · ${app.name}` : title;
  }, [app, title]);
}
