import { describe, expect, it } from 'vitest';
import type { Field } from '../api/types';
import { buildFilters, type Condition, readConditions, writeConditions } from './filters';

const fields: Field[] = [
  { name: 'name', type: 'string' },
  { name: 'price', type: 'decimal' },
  { name: 'active', type: 'boolean' },
  { name: 'client', type: 'relation', target: 'clients' },
  { name: 'at', type: 'datetime' },
];

const where = (...conditions: Condition[]) => conditions;

describe('buildFilters', () => {
  it('gives nothing where nothing is asked', () => {
    expect(buildFilters([], 'all', fields)).toBeUndefined();
    expect(buildFilters(where({ field: 'name', op: 'eq', value: ' ' }), 'all', fields)).toBeUndefined();
    expect(buildFilters(where({ field: 'gone', op: 'eq', value: 'x' }), 'all', fields)).toBeUndefined();
  });

  it('types values by their field', () => {
    const filters = buildFilters(
      where(
        { field: 'name', op: 'icontains', value: ' du ' },
        { field: 'price', op: 'gte', value: '10' },
        { field: 'active', op: 'eq', value: 'false' },
        { field: 'client', op: 'empty', value: '' },
        { field: 'at', op: 'lt', value: '2026-01-01T00:00:00Z' },
      ),
      'all',
      fields,
    );
    expect(filters).toEqual({
      name__icontains: 'du',
      price__gte: 10,
      active: false,
      client__isnull: true,
      at__lt: '2026-01-01T00:00:00.000Z',
    });
  });

  it('keeps the digits of a decimal', () => {
    const filters = buildFilters(where({ field: 'price', op: 'eq', value: '0.10' }), 'all', fields);
    expect(String(filters?.price)).toBe('0.10');
  });

  it('leaves out what is no number', () => {
    expect(buildFilters(where({ field: 'price', op: 'eq', value: 'ten' }), 'all', fields)).toBeUndefined();
  });

  it('joins any of several with or', () => {
    const conditions = where({ field: 'name', op: 'eq', value: 'a' }, { field: 'price', op: 'lt', value: '5' });
    expect(buildFilters(conditions, 'any', fields)).toEqual({ or: [{ name: 'a' }, { price__lt: 5 }] });
    expect(buildFilters(conditions.slice(0, 1), 'any', fields)).toEqual({ name: 'a' });
  });

  it('keeps two conditions with the same key, both of which must hold', () => {
    const conditions = ['a', 'b', 'c'].map((value): Condition => ({ field: 'name', op: 'icontains', value }));
    expect(buildFilters(conditions, 'all', fields)).toEqual({
      name__icontains: 'a',
      or: [{ name__icontains: 'b', or: [{ name__icontains: 'c' }] }],
    });
  });
});

describe('the address', () => {
  it('carries conditions there and back', () => {
    const conditions = where({ field: 'name', op: 'startswith', value: 'é"&' });
    expect(readConditions(writeConditions(conditions), fields)).toEqual(conditions);
  });

  it('ignores what is broken, unknown, or not for the type', () => {
    expect(readConditions('{', fields)).toEqual([]);
    expect(readConditions('[["gone","eq","1"],["active","icontains","1"],3]', fields)).toEqual([]);
  });
});
