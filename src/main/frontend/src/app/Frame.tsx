import { type MouseEvent, type ReactNode, useEffect, useId, useState } from 'react';
import { base, signOut } from './api';
import { isAt, label, listed } from './route';
import type { Language } from './texts';
import { useFrame } from './useFrame';

/** A link within the application: it changes the page without loading the frame again. */
export function To({
  path,
  children,
  className,
  current,
}: {
  path: string;
  children: ReactNode;
  className?: string;
  current?: boolean;
}) {
  const { go } = useFrame();
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(path);
  };
  return (
    <a
      href={base + path.replace(/^\//, '')}
      className={className}
      aria-current={current ? 'page' : undefined}
      onClick={follow}
    >
      {children}
    </a>
  );
}

/** Header, menu and the place for a page. On a narrow screen the menu opens under a button. */
export function Frame({ path, children }: { path: string; children: ReactNode }) {
  const { t, app, account, go } = useFrame();
  const [open, setOpen] = useState(false);
  const menu = useId();
  useEffect(() => setOpen(false), [path]);
  const pages = app ? listed(app.pages) : [];
  const leave = async () => {
    await signOut();
    go('/');
  };
  return (
    <div className="frame">
      <a className="skip" href="#content" onClick={(event) => jump(event)}>
        {t.skip}
      </a>
      <header className="bar">
        <To path="/" className="brand">
          <span className="mark" aria-hidden="true">
            {[...(app?.name ?? ' ')][0]?.toUpperCase()}
          </span>
          <span>{app?.name ?? ''}</span>
        </To>
        {app?.environment === 'staging' && <span className="badge">staging</span>}
        <button
          type="button"
          className="plain menu-button"
          aria-expanded={open}
          aria-controls={menu}
          onClick={() => setOpen(!open)}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d={open ? 'M6 6l12 12M18 6L6 18' : 'M4 7h16M4 12h16M4 17h16'} />
          </svg>
          <span>{t.menu}</span>
        </button>
        <div id={menu} className={open ? 'menu open' : 'menu'}>
          {pages.length > 0 && (
            <nav aria-label={t.pages}>
              <ul>
                {pages.map((page) => (
                  <li key={page.id}>
                    <To path={page.route} current={isAt(page.route, path) || (path === '/' && page.is_home)}>
                      {label(page)}
                    </To>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          <div className="person">
            <LanguageChoice />
            {account ? (
              <>
                <span className="who" title={`${t.signedInAs} ${account.email}`}>
                  {account.name || account.email}
                </span>
                <button type="button" className="plain" onClick={() => void leave()}>
                  {t.signOut}
                </button>
              </>
            ) : (
              app && (
                <To path="/-/sign-in" className="button small">
                  {t.signIn}
                </To>
              )
            )}
          </div>
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

/** The base address of the document is not the application's: a plain #content would lead away. */
function jump(event: MouseEvent) {
  event.preventDefault();
  document.getElementById('content')?.focus();
}

function LanguageChoice() {
  const { t, language, setLanguage } = useFrame();
  return (
    <select
      className="language"
      aria-label={t.language}
      value={language}
      onChange={(event) => setLanguage(event.target.value as Language)}
    >
      <option value="en">English</option>
      <option value="fr">Français</option>
    </select>
  );
}
