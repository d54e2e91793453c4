import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { ApiError } from '../api/error';
import * as api from './api';
import { Frame } from './Frame';
import { Notice, PageView } from './PageView';
import { innerPath, pageAt } from './route';
import { RegisterPage, ResetPage, SignInPage, VerifyPage } from './SignIn';
import { firstLanguage, keepLanguage, texts } from './texts';
import { FrameContext } from './useFrame';

function usePath(): [string, (path: string) => void] {
  const read = () => innerPath(window.location.pathname, api.base);
  const [path, setPath] = useState(read);
  useEffect(() => {
    const follow = () => setPath(read());
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);
  const go = useCallback((next: string) => {
    window.history.pushState(null, '', api.base + next.replace(/^\//, ''));
    setPath(innerPath(window.location.pathname, api.base));
    window.scrollTo(0, 0);
  }, []);
  return [path, go];
}

/** The application as its end users meet it: who they are, which pages are theirs, and the page they are at. */
export function Application() {
  const [language, setLanguage] = useState(firstLanguage);
  const [app, setApp] = useState<api.Description | null>(null);
  const [account, setAccount] = useState<api.Account | null>(null);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const [path, go] = usePath();
  const state = useSyncExternalStore(api.sessionState.subscribe, api.sessionState.get);
  const t = texts(language);

  api.setLanguage(language);
  useEffect(() => keepLanguage(language), [language]);

  const load = useCallback(async () => {
    try {
      const now = await api.describe();
      setAccount(api.session.access() ? await api.account() : null);
      setApp(now);
      setFailure(null);
    } catch (problem) {
      setFailure(problem instanceof ApiError ? problem : new ApiError(0, 'UNEXPECTED', ''));
    }
  }, []);
  // Who signs in or out sees other pages.
  useEffect(() => void load(), [load, state]);

  const frame = useMemo(
    () => ({ t, language, setLanguage, go, reload: load, app, account, expired: state === 'expired' }),
    [t, language, go, load, app, account, state],
  );

  return (
    <FrameContext value={frame}>
      <Frame path={path}>
        {failure ? (
          <Notice title={t.away} text={failure.message || t.awayText} action={t.retry} onAction={() => void load()} />
        ) : app === null ? (
          <p className="quiet" role="status">
            {t.loading}
          </p>
        ) : (
          <Content app={app} path={path} />
        )}
      </Frame>
    </FrameContext>
  );
}

function Content({ app, path }: { app: api.Description; path: string }) {
  switch (path) {
    case '/-/sign-in':
      return <SignInPage />;
    case '/-/register':
      return <RegisterPage />;
    case '/-/reset-password':
      return <ResetPage />;
    case '/-/verify-email':
      return <VerifyPage />;
    default:
      return <PageView app={app} page={pageAt(app.pages, path)} />;
  }
}
