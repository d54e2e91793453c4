// What processes have used of the processor and hold of the memory, from /proc (Linux).
import { readdirSync, readFileSync } from 'node:fs';

const TICK = 10; // milliseconds: USER_HZ is 100 on every Linux that Java runs on
const PAGE = 4096;

function stat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ').map(Number);
    const [, parent] = fields;
    return { parent, own: (fields[11] + fields[12]) * TICK, reaped: (fields[13] + fields[14]) * TICK, rss: fields[21] * PAGE };
  } catch {
    return null; // It has ended.
  }
}

/** The ids of all processes below one. */
export function descendants(root) {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => [Number(pid), stat(pid)?.parent]);
  const found = [];
  for (let level = [root]; level.length > 0; ) {
    level = parents.filter(([, parent]) => level.includes(parent)).map(([pid]) => pid);
    found.push(...level);
  }
  return found;
}

/** Milliseconds of the processor that a process and all below it have used, those that have ended included. */
export function cpu(root) {
  const top = stat(root);
  if (top === null) throw new Error(`Process ${root} has ended.`);
  return descendants(root).reduce((sum, pid) => sum + (stat(pid)?.own ?? 0), top.own + top.reaped);
}

/** Bytes of memory that a process and all below it hold. */
export function rss(root) {
  return [root, ...descendants(root)].reduce((sum, pid) => sum + (stat(pid)?.rss ?? 0), 0);
}
