import { Center, Loader } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, Outlet, useLocation } from 'react-router';
import { sessionState } from './api/session';
import { useStore } from './api/hooks';
import { ProfileMenu } from './foundation/ProfileMenu';
import { SessionDialog } from './foundation/SessionDialog';
import { Crumbs } from './ui/Crumbs';
import { Logo } from './ui/icons';

/** What every signed-in page shares. */
export function Shell() {
  const { t } = useTranslation();
  const state = useStore(sessionState);
  const location = useLocation();
  const main = useRef<HTMLElement>(null);
  const entered = useRef(location.pathname);

  useEffect(() => {
    if (entered.current === location.pathname) return;
    entered.current = location.pathname;
    // Keyboard and screen-reader users follow to the new page; a focused link that is still there keeps its focus.
    if (!document.activeElement || document.activeElement === document.body)
      main.current?.focus({ preventScroll: true });
  }, [location.pathname]);

  if (state === 'starting') {
    return (
      <Center mih="100dvh">
        <Loader aria-label={t('common.loading')} />
      </Center>
    );
  }
  if (state === 'anonymous') {
    const from = location.pathname === '/' || location.pathname === '/organizations' ? undefined : location;
    return <Navigate to="/sign-in" replace state={from && { from: from.pathname + from.search }} />;
  }
  return (
    <div className="shell">
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        {t('common.skip')}
      </button>
      <header className="top">
        <Link to="/organizations" className="brand" aria-label="NoCode Backend">
          <Logo />
          <span className="brand-name">NoCode Backend</span>
        </Link>
        <Crumbs />
        <ProfileMenu />
      </header>
      <main ref={main} tabIndex={-1} style={{ display: 'flex', flexDirection: 'column', flex: 1 }}>
        <Outlet />
      </main>
      {state === 'expired' && <SessionDialog />}
    </div>
  );
}
