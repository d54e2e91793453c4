/** A page as the description of the application lists it. */
export interface PageEntry {
  id: string;
  name: string;
  title: string;
  route: string;
  is_home: boolean;
  access: string;
}

/** The path below the application's address, with a slash at the start and none at the end. */
export function innerPath(pathname: string, base: string): string {
  const inner = pathname.startsWith(base) ? pathname.slice(base.length) : '';
  return `/${inner.replace(/\/+$/, '')}`;
}

const split = (path: string) => path.split('/').filter(Boolean);

/** Whether a path is at a route such as `/orders/:id`. */
export function isAt(route: string, path: string): boolean {
  const wanted = split(route);
  const given = split(path);
  return wanted.length === given.length && wanted.every((part, i) => part.startsWith(':') || part === given[i]);
}

/** The page at a path; the first address shows the home page, or else the first there is. */
export function pageAt(pages: PageEntry[], path: string): PageEntry | undefined {
  const exact = pages.find((page) => page.route === path) ?? pages.find((page) => isAt(page.route, path));
  return exact ?? (path === '/' ? (pages.find((page) => page.is_home) ?? listed(pages)[0]) : undefined);
}

/** The pages that a menu can lead to: those whose route asks for nothing, the home page first. */
export function listed(pages: PageEntry[]): PageEntry[] {
  return pages
    .filter((page) => !page.route.includes(':'))
    .sort((one, other) => Number(other.is_home) - Number(one.is_home));
}

export const label = (page: PageEntry) => page.title || page.name;
