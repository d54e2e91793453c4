// A caller of the API: JSON in, JSON out, an Error with the server's own words where it refuses.

export class Api {
  #root;
  #account;
  #token;

  constructor(url, account) {
    this.#root = `${url.replace(/\/+$/, '')}/api/v1/`;
    this.#account = account;
  }

  async signIn() {
    this.#token = undefined;
    this.#token = (await this.post('foundation/auth/login/', this.#account)).access;
  }

  get(path, query = {}) {
    const asked = new URLSearchParams(
      Object.entries(query).map(([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : value]),
    );
    return this.#send('GET', asked.size > 0 ? `${path}?${asked}` : path);
  }

  post(path, body) {
    return this.#send('POST', path, body);
  }

  patch(path, body) {
    return this.#send('PATCH', path, body);
  }

  delete(path) {
    return this.#send('DELETE', path);
  }

  /** The one element of a list that has this name, or undefined. */
  async named(path, query, property, name) {
    for (let page = 1; ; page++) {
      const { results, next } = await this.get(path, { ...query, page, page_size: 100 });
      const found = results.find((one) => one[property] === name);
      if (found || next === null) return found;
    }
  }

  async #send(method, path, body, again = true) {
    const headers = { Accept: 'application/json' };
    const signedIn = this.#token !== undefined;
    if (signedIn) headers.Authorization = `Bearer ${this.#token}`;
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    const answer = await fetch(this.#root + path, { method, headers, body: body && JSON.stringify(body) }).catch(
      (failed) => {
        throw new Error(`Nobody answers at ${this.#root}: ${failed.cause?.message ?? failed.message}`);
      },
    );
    const text = await answer.text();
    if (answer.ok) return text === '' ? undefined : JSON.parse(text);
    if (answer.status === 401 && signedIn && again) {
      await this.signIn();
      return this.#send(method, path, body, false);
    }
    throw new Error(`${method} ${path} answered ${answer.status}: ${text.slice(0, 1500)}`);
  }
}
