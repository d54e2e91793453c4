/**
 * Rows carry decimals and big integers whose digits a binary float would change.
 * parseExact keeps the text of such numbers, stringifyExact writes it back untouched.
 */
export class ExactNumber {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
  toJSON(): unknown {
    const { rawJSON } = JSON as unknown as { rawJSON?: (text: string) => unknown };
    return rawJSON ? rawJSON(this.text) : Number(this.text);
  }
}

type SourceReviver = (key: string, value: unknown, context?: { source?: string }) => unknown;

const keepDigits: SourceReviver = (_key, value, context) =>
  typeof value === 'number' && context?.source !== undefined && String(value) !== context.source
    ? new ExactNumber(context.source)
    : value;

export function parseExact(text: string): unknown {
  return JSON.parse(text, keepDigits as (key: string, value: unknown) => unknown);
}

export function stringifyExact(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent);
}

const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/** What a person typed as a number, with every digit of it; undefined where it is none. */
export function toExact(text: string): number | ExactNumber | undefined {
  const clean = text.trim().replace(',', '.');
  if (!NUMBER.test(clean)) return undefined;
  const value = Number(clean);
  return String(value) === clean ? value : new ExactNumber(clean);
}
