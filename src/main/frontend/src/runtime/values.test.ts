import { describe, expect, it } from 'vitest';
import type { Field } from '../api/types';
import { inputProblem, labelOf, toInput, toLocal, toStored } from './values';

const field = (type: string, more: Partial<Field> = {}): Field => ({ name: 'f', type, ...more });

describe('inputs and stored values', () => {
  it('an empty input is null', () => {
    for (const type of ['string', 'decimal', 'date', 'json', 'relation']) expect(toStored(field(type), '')).toBeNull();
  });

  it('a moment goes there and back', () => {
    const moment = '2026-03-05T07:08:00.000Z';
    expect(toStored(field('datetime'), toLocal(moment))).toBe(moment);
  });

  it('a relation is its id, embedded or not', () => {
    expect(toInput(field('relation'), { id: 'x', name: 'X' })).toBe('x');
    expect(toInput(field('relation'), 'x')).toBe('x');
  });

  it('faults are found before sending', () => {
    expect(inputProblem(field('string', { required: true }), ' ')?.key).toBe('common.needed');
    expect(inputProblem(field('integer'), '1.5')?.key).toBe('rows.badInteger');
    expect(inputProblem(field('decimal'), '1,5')).toBeNull();
    expect(inputProblem(field('decimal'), 'x')?.key).toBe('rows.badNumber');
    expect(inputProblem(field('json'), '{')?.key).toBe('rows.badJson');
    expect(inputProblem(field('json'), '[1]')).toBeNull();
  });

  it('a row is called by its display field, else by its first text', () => {
    expect(labelOf({ id: '1', code: 'C1', name: 'N' }, undefined, 'code')).toBe('C1');
    expect(labelOf({ id: '1', name: 'N' })).toBe('N');
    expect(labelOf({ id: '0123456789' })).toBe('23456789');
  });
});
