import type { Description } from './api';
import { To } from './Frame';
import { label, listed, type PageEntry } from './route';
import { SignInPage } from './SignIn';
import { useFrame, useTitle } from './useFrame';

/** A page of the application, or what there is to say where none is. */
export function PageView({ app, page }: { app: Description; page: PageEntry | undefined }) {
  const { t, account } = useFrame();
  useTitle(page ? label(page) : app.name);
  if (!page) {
    if (!account && app.has_private_pages) return <SignInPage asked />;
    if (app.pages.length === 0) return <Notice title={app.name} text={t.noPages} />;
    return <Missing app={app} />;
  }
  const others = listed(app.pages).filter((each) => each.id !== page.id);
  return (
    <article className="page">
      <h1>{label(page)}</h1>
      <p className="quiet">{t.noContent}</p>
      {page.is_home && others.length > 0 && (
        <ul className="cards">
          {others.map((each) => (
            <li key={each.id}>
              <To path={each.route} className="card">
                <strong>{label(each)}</strong>
                <span aria-hidden="true">→</span>
              </To>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}

function Missing({ app }: { app: Description }) {
  const { t, go } = useFrame();
  const title = app.not_found.title || t.notFound;
  useTitle(title);
  return (
    <Notice
      title={title}
      text={app.not_found.text || (app.not_found.title ? '' : t.notFoundText)}
      action={t.home}
      onAction={() => go('/')}
    />
  );
}

/** Something to say, and perhaps something to do about it. */
export function Notice({
  title,
  text,
  action,
  onAction,
}: {
  title: string;
  text: string;
  action?: string;
  onAction?: () => void;
}) {
  return (
    <section className="notice">
      <h1>{title}</h1>
      <p>{text}</p>
      {action && (
        <button type="button" className="button" onClick={onAction}>
          {action}
        </button>
      )}
    </section>
  );
}
