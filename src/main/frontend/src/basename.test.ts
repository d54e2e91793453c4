import { expect, it } from 'vitest';
import { basename } from './basename';

it('is the context path of the base address', () => {
  expect(basename('http://localhost/')).toBe('/');
  expect(basename('http://localhost/nocode/')).toBe('/nocode');
  expect(basename('https://example.org/a/b/')).toBe('/a/b');
});
