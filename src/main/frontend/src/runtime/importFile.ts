import type { Field } from '../api/types';

const SEEN = 64 * 1024;
const DELIMITERS = [',', ';', '\t', '|'];

/** The columns of a CSV file, to show where they go; empty for other files, whose columns the server finds. */
export async function readHeader(file: File): Promise<string[]> {
  const bytes = new Uint8Array(await file.slice(0, SEEN).arrayBuffer());
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return [];
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : '';
  const text = decode(bytes, utf16).replace(/^\ufeff/, '');
  return /^\s*[[{]/.test(text) ? [] : parseHeader(text);
}

function decode(bytes: Uint8Array, utf16: string): string {
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  try {
    // A letter may be cut at the end of what is seen.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The cells of the first line, parted by what it has most of outside of quotes. */
export function parseHeader(text: string): string[] {
  const start = text.replace(/^[\r\n]+/, '');
  const plain = start.replace(/"(?:[^"]|"")*"/g, '').split(/[\r\n]/, 1)[0];
  const delimiter = DELIMITERS.reduce((best, each) =>
    plain.split(each).length > plain.split(best).length ? each : best,
  );
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i <= start.length; i++) {
    const letter = start[i];
    if (letter === undefined || (!quoted && (letter === delimiter || letter === '\n' || letter === '\r'))) {
      cells.push(cell.trim());
      cell = '';
      if (letter !== delimiter) break;
    } else if (letter === '"' && (quoted || cell === '')) {
      if (quoted && start[i + 1] === '"') {
        cell += '"';
        i++;
      } else {
        quoted = !quoted;
      }
    } else {
      cell += letter;
    }
  }
  return [...new Set(cells)].filter((name) => name !== '');
}

/** Each column to the field of its name or label, as the server would have it. */
export function guessMapping(header: string[], fields: Field[]): Record<string, string> {
  const mapping: Record<string, string> = {};
  for (const name of header) {
    const same = (text: string | null | undefined) => text?.toLowerCase() === name.toLowerCase();
    const exact = fields.find((field) => field.name === name);
    mapping[name] = (exact ?? fields.find((field) => same(field.name) || same(field.label)))?.name ?? '';
  }
  return mapping;
}
