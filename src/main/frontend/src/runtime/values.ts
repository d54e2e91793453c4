import { ExactNumber, parseExact, stringifyExact, toExact } from '../api/json';
import type { Field, Row, Schema, StoredFile } from '../api/types';
import { NUMBERS } from './filters';

/** What an input holds: text for most, true or false for a box, a list for several choices. */
export type InputValue = string | boolean | string[];

const NOT_WRITABLE = ['formula', 'autonumber', 'file', 'image'];

export function isFiles(field: Field): boolean {
  return field.type === 'file' || field.type === 'image';
}

/** What a field of files holds, as a list also where it is only one. */
export function filesOf(value: unknown): StoredFile[] {
  if (value === null || value === undefined) return [];
  return (Array.isArray(value) ? value : [value]) as StoredFile[];
}

export function isWritable(field: Field): boolean {
  return !field.read_only && !NOT_WRITABLE.includes(field.type) && field.kind !== 'many_to_many';
}

export function idOf(value: unknown): string {
  if (value !== null && typeof value === 'object' && 'id' in value) return String(value.id);
  return typeof value === 'string' ? value : '';
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** `2026-01-01T00:00:00Z` as the local text that a datetime-local input takes. */
export function toLocal(moment: string): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return '';
  const day = `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const seconds = date.getSeconds() ? `:${two(date.getSeconds())}` : '';
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}${seconds}`;
}

/** A stored value as its input holds it. */
export function toInput(field: Field, value: unknown): InputValue {
  if (field.type === 'boolean') return value === true;
  if (field.type === 'multi_choice') return Array.isArray(value) ? value.map(String) : [];
  if (value === null || value === undefined) return '';
  if (field.type === 'json') return stringifyExact(value, 2);
  if (field.type === 'relation' || field.type === 'user') return idOf(value);
  if (field.type === 'datetime') return toLocal(String(value));
  return String(value);
}

/** A new row begins with the field's default, where that is a plain value. */
export function initialInput(field: Field): InputValue {
  const plain = field.default === 'NOW' || field.default === 'AUTO' ? undefined : field.default;
  return toInput(field, plain);
}

export type Problem = 'common.needed' | 'rows.badNumber' | 'rows.badInteger' | 'rows.badJson';

/** What is wrong with an input before anything is sent; the server checks everything again. */
export function inputProblem(field: Field, value: InputValue): { key: Problem; reason?: string } | null {
  const blank = typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0;
  if (blank) return field.required ? { key: 'common.needed' } : null;
  if (typeof value !== 'string') return null;
  if (field.type === 'json') {
    try {
      JSON.parse(value);
    } catch (failure) {
      return { key: 'rows.badJson', reason: (failure as Error).message };
    }
  }
  if (NUMBERS.includes(field.type)) {
    const number = toExact(value);
    if (number === undefined) return { key: 'rows.badNumber' };
    if (['integer', 'bigint'].includes(field.type) && /[.,]/.test(value)) return { key: 'rows.badInteger' };
  }
  return null;
}

/** An input as the API takes it. */
export function toStored(field: Field, value: InputValue): unknown {
  if (typeof value !== 'string') return value;
  if (value.trim() === '') return null;
  if (field.type === 'json') return parseExact(value);
  if (NUMBERS.includes(field.type)) return toExact(value);
  if (field.type === 'datetime') return new Date(value).toISOString();
  return value;
}

const LABEL_TYPES = ['string', 'email', 'text', 'autonumber'];

/** The field that a row is called by, where its table's fields are known. */
export function labelFieldOf(schema?: Schema, displayField?: string | null): string | undefined {
  return displayField || schema?.fields_config?.find((field) => LABEL_TYPES.includes(field.type))?.name;
}

/** How a row is called where another one points to it. */
export function labelOf(row: Row | Record<string, unknown>, schema?: Schema, displayField?: string | null): string {
  const names = [
    displayField,
    ...(schema?.fields_config ?? []).filter((field) => LABEL_TYPES.includes(field.type)).map((field) => field.name),
    'name',
    'title',
    'label',
    'email',
  ];
  for (const name of names) {
    const value = name ? row[name] : undefined;
    if (typeof value === 'string' && value) return value;
    if (typeof value === 'number' || value instanceof ExactNumber) return String(value);
  }
  return String(row.id ?? '').slice(-8);
}

/** A field's choices for a select: each value once. */
export function choicesOf(field: Field): { value: string; label: string }[] {
  const labels = new Map((field.choices ?? []).map((choice) => [choice.value, choice.label ?? choice.value]));
  return [...labels].map(([value, label]) => ({ value, label }));
}
