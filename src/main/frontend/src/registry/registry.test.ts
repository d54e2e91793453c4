import { describe, expect, it } from 'vitest';
import { action, categories, events } from './actions';
import { catalogue } from './catalogue';
import { definitions } from './index';
import type { Definition, Property, Words } from './types';

function wordsOf(property: Property): Words[] {
  switch (property.kind) {
    case 'choice':
      return [property.label, ...Object.values(property.choices)];
    case 'list':
      return [property.label, ...wordsOf(property.of)];
    case 'group':
      return [property.label, ...Object.values(property.properties).flatMap(wordsOf)];
    default:
      return [property.label];
  }
}

const allWords = (each: Definition) => [each.label, ...Object.values(each.properties).flatMap(wordsOf)];

describe('the registry of components', () => {
  it('has one file per type, named by it', () => {
    const files = Object.keys(import.meta.glob('./components/*')).map((file) => file.slice(13, -3));
    expect(definitions.map((each) => each.type).sort()).toEqual(files.sort());
  });

  it.each(definitions.map((each) => [each.type, each] as const))('names all of %s in English and French', (_, each) => {
    for (const words of allWords(each)) {
      expect(words.en.trim()).not.toBe('');
      expect(words.fr.trim()).not.toBe('');
    }
  });

  it('names actions, events and categories in both languages', () => {
    for (const words of [...wordsOf(action), ...Object.values(events), ...Object.values(categories)]) {
      expect(words.en.trim()).not.toBe('');
      expect(words.fr.trim()).not.toBe('');
    }
  });

  it.each(definitions.map((each) => [each.type, each] as const))(
    'starts a new %s with properties it has',
    (_, each) => {
      expect(Object.keys(each.properties)).toEqual(expect.arrayContaining(Object.keys(each.defaults)));
      expect(Object.keys(each.properties).filter((name) => name in events)).toEqual([]);
    },
  );

  it('gives the same catalogue in both languages, but for the words', () => {
    const wordless = (language: 'en' | 'fr') =>
      JSON.parse(JSON.stringify(catalogue(definitions, language)), (key, value) =>
        ['title', 'label', 'x-labels'].includes(key) && (typeof value === 'string' || Array.isArray(value))
          ? undefined
          : value,
      );
    expect(wordless('fr')).toEqual(wordless('en'));
  });
});
