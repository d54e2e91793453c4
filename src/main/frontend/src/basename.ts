/** The context path under which the server serves this page, from its <base href>. */
export function basename(baseUri: string): string {
  return new URL(baseUri).pathname.replace(/\/[^/]*$/, '') || '/';
}
