/**
 * Rows carry decimals and big integers whose digits a binary float would change.
 * parseExact keeps the text of such numbers, stringifyExact writes it back untouched.
 */
export class ExactNumber {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
  toJSON(): string {
    return MARK + this.text;
  }
}

/** NUL can't stand in stored text, so that no string of a row begins like this. */
const MARK = '\u0000number:';
const MARKED = /"\\u0000number:([^"]*)"/g;
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

export function parseExact(text: string): unknown {
  const marked = text.replace(TOKEN, (token) =>
    token.startsWith('"') || String(Number(token)) === token ? token : JSON.stringify(MARK + token),
  );
  return JSON.parse(marked, (_key, value: unknown) =>
    typeof value === 'string' && value.startsWith(MARK) ? new ExactNumber(value.slice(MARK.length)) : value,
  );
}

export function stringifyExact(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(MARKED, '$1');
}

const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/** What a person typed as a number, with every digit of it; undefined where it is none. */
export function toExact(text: string): number | ExactNumber | undefined {
  const clean = text.trim().replace(',', '.');
  if (!NUMBER.test(clean)) return undefined;
  const value = Number(clean);
  return String(value) === clean ? value : new ExactNumber(clean);
}
