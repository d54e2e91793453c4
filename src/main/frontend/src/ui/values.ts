/** Only what was filled in, trimmed: an empty optional input is not sent. */
export function filled<T extends Record<string, unknown>>(values: T): Partial<T> {
  const result: Partial<T> = {};
  for (const [key, value] of Object.entries(values) as [keyof T, unknown][]) {
    const clean = typeof value === 'string' ? value.trim() : value;
    if (clean !== '' && clean !== null && clean !== undefined) result[key] = clean as T[keyof T];
  }
  return result;
}

/** "Customer orders" becomes `customer_orders`: a name that tables and fields may have. */
export function toName(text: string): string {
  const clean = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '');
  return clean.slice(0, 63);
}

export const NAME = /^[a-z][a-z0-9_]{0,62}$/;
