// A generator of load that costs little itself: plain sockets, one request at a time on each, kept alive.
import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';

const END_OF_HEAD = Buffer.from('\r\n\r\n');
const END_OF_CHUNKS = Buffer.from('\r\n0\r\n\r\n');

/** A request as bytes. */
export function request(method, path, headers, body) {
  const lines = [`${method} ${path} HTTP/1.1`, 'Host: 127.0.0.1'];
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
  if (body !== undefined) lines.push('Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`);
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body ?? ''}`);
}

/**
 * Sends requests for some seconds and waits for each answer.
 *
 * @param next gives the next request
 * @param pause milliseconds between an answer and the next request of a connection
 * @returns how many were answered, in how many seconds, the milliseconds that each took, the processor's milliseconds
 *     that this generator took, and the answers that were neither 2xx nor 304
 */
export async function load({ port, connections, seconds, next, pause = 0 }) {
  const took = [];
  const failures = new Map();
  const cpu = process.cpuUsage();
  const start = performance.now();
  const end = start + seconds * 1000;
  await Promise.all(Array.from({ length: connections }, () => connection(port, next, pause, end, took, failures)));
  const { user, system } = process.cpuUsage(cpu);
  return { seconds: (performance.now() - start) / 1000, took, failures, generator: (user + system) / 1000 };
}

/** Resolves when the time is over; a connection that the server closes is made anew. */
function connection(port, next, pause, end, took, failures) {
  return new Promise((resolve) => {
    let socket;
    let sent = 0;
    let received = null;
    let busy = false;
    const fail = (what) => failures.set(what, (failures.get(what) ?? 0) + 1);
    const send = () => {
      if (performance.now() >= end) {
        socket.destroy();
        resolve();
        return;
      }
      busy = true;
      sent = performance.now();
      socket.write(next());
    };
    const open = () => {
      socket = connect({ port, host: '127.0.0.1', noDelay: true }, send);
      socket.on('data', (data) => {
        received = received === null ? data : Buffer.concat([received, data]);
        const answer = whole(received);
        if (answer === null) return;
        received = null;
        busy = false;
        took.push(performance.now() - sent);
        if ((answer.status < 200 || answer.status > 299) && answer.status !== 304) fail(`status ${answer.status}`);
        if (answer.closes) {
          socket.removeAllListeners().destroy();
          open();
        } else if (pause > 0) {
          setTimeout(send, pause);
        } else {
          send();
        }
      });
      socket.on('error', (error) => fail(error.code));
      socket.on('close', () => {
        if (performance.now() >= end) {
          resolve();
          return;
        }
        if (busy) fail('closed without an answer');
        busy = false;
        received = null;
        setTimeout(open, 10);
      });
    };
    open();
  });
}

/** The status of an answer that is here as a whole; else null. */
function whole(bytes) {
  const head = bytes.indexOf(END_OF_HEAD);
  if (head < 0) return null;
  const text = bytes.latin1Slice(0, head);
  const status = Number(text.slice(9, 12));
  const length = /\r\ncontent-length: *(\d+)/i.exec(text);
  const bodiless = status === 204 || status === 304;
  const complete = length && !bodiless
    ? bytes.length >= head + 4 + Number(length[1])
    : bodiless || bytes.subarray(-END_OF_CHUNKS.length).equals(END_OF_CHUNKS);
  return complete ? { status, closes: /\r\nconnection: *close/i.test(text) } : null;
}
