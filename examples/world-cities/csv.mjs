// RFC 4180: records of text cells; a quoted cell may hold commas, line ends and doubled quotes.

/** The lines after the header, each an object by the header's names. */
export function parseCsv(text) {
  const [header, ...lines] = records(text.startsWith('\uFEFF') ? text.slice(1) : text);
  return lines.map((cells, index) => {
    if (cells.length !== header.length) {
      throw new Error(`Line ${index + 2} has ${cells.length} cells instead of ${header.length}.`);
    }
    return Object.fromEntries(header.map((name, column) => [name, cells[column]]));
  });
}

function records(text) {
  const all = [];
  let cells = [];
  let at = 0;
  while (at < text.length) {
    let cell;
    if (text[at] === '"') {
      let end = at + 1;
      while (text[end] !== '"' || text[end + 1] === '"') {
        if (end >= text.length) throw new Error('A quoted cell is never closed.');
        end += text[end] === '"' ? 2 : 1;
      }
      cell = text.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
    } else {
      let end = at;
      while (end < text.length && text[end] !== ',' && text[end] !== '\n' && text[end] !== '\r') end++;
      cell = text.slice(at, end);
      at = end;
    }
    cells.push(cell);
    if (text[at] === ',') {
      at++;
      if (at === text.length) cells.push('');
      continue;
    }
    if (text[at] === '\r') at++;
    if (at < text.length && text[at] !== '\n') throw new Error(`Something follows a closing quote: ${text.slice(at, at + 20)}`);
    at++;
    all.push(cells);
    cells = [];
  }
  if (cells.length > 0) all.push(cells);
  return all;
}
