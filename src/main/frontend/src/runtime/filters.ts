import { ExactNumber, toExact } from '../api/json';
import type { Field } from '../api/types';

/** One line of the filter builder; the value is what was typed. */
export interface Condition {
  field: string;
  op: Operator;
  value: string;
}

export type Operator =
  'eq' | 'ne' | 'icontains' | 'startswith' | 'endswith' | 'gt' | 'gte' | 'lt' | 'lte' | 'empty' | 'filled';

export type Match = 'all' | 'any';

const TEXT: Operator[] = ['icontains', 'eq', 'ne', 'startswith', 'endswith', 'empty', 'filled'];
const ORDERED: Operator[] = ['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'empty', 'filled'];
const MOMENT: Operator[] = ['gte', 'lte', 'gt', 'lt', 'empty', 'filled'];
const EXACT: Operator[] = ['eq', 'ne', 'empty', 'filled'];

export const NUMBERS = ['integer', 'bigint', 'decimal', 'currency', 'float', 'autonumber'];

export function operatorsOf(type: string): Operator[] {
  if (['string', 'text', 'rich_text', 'email', 'url', 'phone'].includes(type)) return TEXT;
  if (NUMBERS.includes(type) || type === 'date' || type === 'time') return ORDERED;
  if (type === 'datetime') return MOMENT;
  if (type === 'boolean') return ['eq', 'empty', 'filled'];
  if (['choice', 'relation', 'uuid', 'user', 'color'].includes(type)) return EXACT;
  return ['empty', 'filled'];
}

export function needsValue(op: Operator): boolean {
  return op !== 'empty' && op !== 'filled';
}

type Term = [key: string, value: unknown];

function toValue(field: Field, text: string): string | number | boolean | ExactNumber | undefined {
  if (text.trim() === '') return undefined;
  if (field.type === 'boolean') return text === 'true';
  if (NUMBERS.includes(field.type)) return toExact(text);
  if (field.type === 'datetime') {
    const moment = new Date(text);
    return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
  }
  return text.trim();
}

function toTerm(condition: Condition, fields: Field[]): Term | undefined {
  const field = fields.find((candidate) => candidate.name === condition.field);
  if (!field) return undefined;
  if (!needsValue(condition.op)) return [`${field.name}__isnull`, condition.op === 'empty'];
  const value = toValue(field, condition.value);
  if (value === undefined) return undefined;
  return [condition.op === 'eq' ? field.name : `${field.name}__${condition.op}`, value];
}

/**
 * The `filters` object of the rows API. Conditions without a value are left out. Two conditions with the same key
 * can't stand in one object: the second goes into an `or` of its own, which is an "and" to what is around it.
 */
export function buildFilters(
  conditions: Condition[],
  match: Match,
  fields: Field[],
): Record<string, unknown> | undefined {
  const terms = conditions.map((condition) => toTerm(condition, fields)).filter((term) => term !== undefined);
  if (terms.length === 0) return undefined;
  if (match === 'any' && terms.length > 1) return { or: terms.map(([key, value]) => ({ [key]: value })) };
  const filters: Record<string, unknown> = {};
  const again: Term[] = [];
  for (const [key, value] of terms) {
    if (key in filters) again.push([key, value]);
    else filters[key] = value;
  }
  let inner = filters;
  for (const [key, value] of again) {
    const next: Record<string, unknown> = { [key]: value };
    inner.or = [next];
    inner = next;
  }
  return filters;
}

/** The conditions as they stand in the address, so that a filtered view can be shared. */
export function writeConditions(conditions: Condition[]): string {
  return JSON.stringify(conditions.map(({ field, op, value }) => [field, op, value]));
}

export function readConditions(text: string | null, fields: Field[]): Condition[] {
  if (!text) return [];
  try {
    const list = JSON.parse(text) as unknown;
    if (!Array.isArray(list)) return [];
    return list.flatMap((item): Condition[] => {
      if (!Array.isArray(item)) return [];
      const [name, op, value] = item as unknown[];
      const field = fields.find((candidate) => candidate.name === name);
      if (!field || !operatorsOf(field.type).includes(op as Operator)) return [];
      return [{ field: field.name, op: op as Operator, value: String(value ?? '') }];
    });
  } catch {
    return [];
  }
}
