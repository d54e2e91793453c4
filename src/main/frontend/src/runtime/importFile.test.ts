import { describe, expect, it } from 'vitest';
import { guessMapping, parseHeader, readHeader } from './importFile';

describe('the header of a file', () => {
  it('is parted by what it has most of', () => {
    expect(parseHeader('a,b,c\n1;2;3')).toEqual(['a', 'b', 'c']);
    expect(parseHeader('Nom;"Prix; TTC"\r\nx;1')).toEqual(['Nom', 'Prix; TTC']);
    expect(parseHeader('a\tb')).toEqual(['a', 'b']);
    expect(parseHeader('"a ""b""",c')).toEqual(['a "b"', 'c']);
    expect(parseHeader('')).toEqual([]);
  });

  it('is read in the encodings of the world', async () => {
    expect(await readHeader(new File([new Uint8Array([0xc9, 0x6c, 0x3b, 0x62, 0x0a])], 'x.csv'))).toEqual(['Él', 'b']);
    expect(await readHeader(new File(['\ufeffé,b\n'], 'x.csv'))).toEqual(['é', 'b']);
    expect(await readHeader(new File(['[{"a": 1}]'], 'x.json'))).toEqual([]);
  });

  it('goes to the fields of its names and labels', () => {
    const fields = [
      { name: 'name', type: 'string', label: 'Nom' },
      { name: 'price', type: 'decimal' },
    ];
    expect(guessMapping(['nom', 'PRICE', 'other'], fields)).toEqual({ nom: 'name', PRICE: 'price', other: '' });
  });
});
