import { describe, expect, it } from 'vitest';
import { en } from './en';
import { fr } from './fr';

type Tree = { [key: string]: string | Tree };

function flatten(tree: Tree, prefix = ''): Record<string, string> {
  return Object.entries(tree).reduce<Record<string, string>>(
    (all, [key, value]) =>
      typeof value === 'string' ? { ...all, [prefix + key]: value } : { ...all, ...flatten(value, `${prefix}${key}.`) },
    {},
  );
}

const english = flatten(en);
const french = flatten(fr);
const variables = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe('English and French', () => {
  it('have the same keys', () => expect(Object.keys(french).sort()).toEqual(Object.keys(english).sort()));

  it('have no empty text and the same variables', () => {
    for (const [key, text] of Object.entries(english)) {
      expect(french[key], key).not.toBe('');
      expect(variables(french[key]), key).toEqual(variables(text));
    }
  });
});
