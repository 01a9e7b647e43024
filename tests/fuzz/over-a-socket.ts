// Sends hostile requests over a real socket, byte by byte as they are, and breaks HTTP itself: cut and slow bodies, lengths that lie, two
// requests in one, methods and lines nobody knows.

import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Chance } from './chance.ts';
import type { HostileRequest } from './hostile-requests.ts';
import type { Answer } from './judge.ts';
import { strangeCookie } from './strange-parts.ts';

/** Null: no answer, as it should be when the request was cut. */
export async function sendOverSocket(port: number, request: HostileRequest, chance: Chance): Promise<Answer | null> {
  const how = chance.below(14);
  const bytes = bytesOf(request, port, chance, how);
  if (how === 0) return answerTo(port, [bytes.subarray(0, 1 + chance.below(bytes.length))], { end: 'cut' });
  if (how === 1) return answerTo(port, slices(bytes, chance), { end: 'wait' });
  if (how === 2) return answerTo(port, [bytes], { end: 'leave' });
  return answerTo(port, [bytes], { end: 'wait' });
}

function bytesOf({ method, path, headers, body, who }: HostileRequest, port: number, chance: Chance, how: number): Buffer {
  const content = body === null ? Buffer.alloc(0) : Buffer.from(body);
  const cookie = [who.cookie, chance.happens(0.05) ? strangeCookie(chance) : ''].filter(Boolean).join('; ');
  const length = how === 3 ? content.length + 1 + chance.below(1_000) : how === 4 ? Math.floor(content.length / 2) : content.length;
  const line =
    how === 5
      ? chance.pick([
          `TRACE ${path} HTTP/1.1`,
          `CONNECT localhost:1 HTTP/1.1`,
          `FOO ${path} HTTP/1.1`,
          `${method} http://evil.example${path} HTTP/1.1`,
          `${method} ${path} HTTP/9.9`,
          `${method} ${path}`,
          `${method} *  HTTP/1.1`,
          `OPTIONS * HTTP/1.1`,
          '\u0016\u0003\u0001\u0002\u0000\u0001\u0000',
        ])
      : `${method} ${path.replaceAll(/[\s#]/g, '')} HTTP/1.1`;
  const host =
    how === 6 ? chance.pick(['evil.example', '', `localhost:${port}, evil`, '[::1', 'a b', `localhost:${port}@evil`]) : `localhost:${port}`;
  const lines = [line, `host: ${host}`, `origin: http://localhost:${port}`, 'connection: close'];
  if (cookie !== '') lines.push(`cookie: ${cookie}`);
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
  if (how === 7) lines.push('transfer-encoding: chunked');
  else if (content.length > 0 || method === 'POST') lines.push(`content-length: ${length}`);
  if (how === 8) lines.push(`content-length: ${length + 1}`);
  if (how === 9) lines.push(`x-large: ${'z'.repeat(chance.pick([8_000, 17_000, 70_000]))}`);
  if (how === 10) lines.push(...Array.from({ length: 300 }, (_, at) => `x-${at}: y`));
  if (how === 11) lines.push('expect: 100-continue', 'upgrade: websocket');
  const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');
  const chunks = how === 7 ? Buffer.from(`${chance.pick([content.length.toString(16), 'zz', 'fffffffff', '-1'])}\r\n`) : Buffer.alloc(0);
  const tail = how === 7 ? Buffer.from('\r\n0\r\n\r\n') : Buffer.alloc(0);
  return Buffer.concat([head, chunks, content, tail]);
}

function slices(bytes: Buffer, chance: Chance): readonly Buffer[] {
  const made: Buffer[] = [];
  for (let at = 0; at < bytes.length && made.length < 12; ) {
    const size = made.length === 11 ? bytes.length - at : 1 + chance.below(Math.ceil(bytes.length / 4));
    made.push(bytes.subarray(at, at + size));
    at += size;
  }
  return made;
}

/** `cut` resets the connection, `leave` goes as soon as the first byte of an answer comes, `wait` hears it out. */
async function answerTo(
  port: number,
  parts: readonly Buffer[],
  { end }: { readonly end: 'cut' | 'leave' | 'wait' },
): Promise<Answer | null> {
  const socket = connect(port, 'localhost');
  const heard: Buffer[] = [];
  const closed = new Promise<void>((resolve) => {
    socket.on('close', () => resolve());
  });
  socket.on('error', () => undefined); // reset by the server: what was heard so far is the answer
  socket.on('data', (chunk: Buffer) => {
    heard.push(chunk);
    if (end === 'leave' || heard.some((one) => one.includes('text/event-stream'))) socket.destroy();
  });
  for (const part of parts) {
    socket.write(part);
    if (parts.length > 1) await delay(1);
  }
  if (end === 'cut') socket.resetAndDestroy();
  const patience = setTimeout(() => socket.destroy(), 1_000); // a length that lies: the server waits for the rest, which is its right
  await closed;
  clearTimeout(patience);
  return end === 'cut' ? null : answerFrom(Buffer.concat(heard));
}

/** An answer that was cut short has its status only. */
function answerFrom(bytes: Buffer): Answer | null {
  const at = bytes.indexOf('\r\n\r\n');
  const head = bytes.toString('latin1', 0, Math.max(at, 0));
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? Number.NaN);
  if (Number.isNaN(status)) return null;
  const rest = bytes.subarray(at + 4);
  if (status < 200) return answerFrom(rest); // 100 Continue: the answer follows
  const body = /^transfer-encoding: chunked/im.test(head) ? unchunked(rest) : rest;
  const length = /^content-length: (\d+)/im.exec(head)?.[1];
  const isWhole = body !== null && (length === undefined || Number(length) === body.length);
  if (!isWhole) return { status, type: '', text: '', isCut: true };
  return { status, type: /^content-type: (.*)$/im.exec(head)?.[1] ?? '', text: body.toString() };
}

function unchunked(bytes: Buffer): Buffer | null {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const end = bytes.indexOf('\r\n', at);
    const size = end < 0 ? Number.NaN : Number.parseInt(bytes.toString('latin1', at, end), 16);
    if (Number.isNaN(size)) return null;
    if (size === 0) return Buffer.concat(parts);
    parts.push(bytes.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
}
