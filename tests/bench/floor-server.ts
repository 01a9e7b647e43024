// The floor of every measurement over HTTP: a bare handler on the same SQLite, with the server's own pragmas, that knows nothing but rows.
// One POST is one transaction. It also serves the bench page, so that the floor's page has the same origin, HTTP and browser as ours.
// Usage: node floor-server.ts PORT DATABASE DIST

import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { extname, join, normalize } from 'node:path';
import Database from 'better-sqlite3';
import * as v from 'valibot';

const [port = '0', file = ':memory:', dist = '.'] = process.argv.slice(2);
const database = new Database(file);
for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'temp_store = MEMORY', 'cache_size = -32000'])
  database.pragma(pragma);
database.exec('create table if not exists row (seq integer primary key, text text not null)');
const insert = database.prepare('insert into row (text) values (?)');
const insertAll = database.transaction((texts: readonly string[]) => {
  for (const text of texts) insert.run(text);
});
const after = database.prepare('select text from row where seq > ? order by seq').pluck();
const count = database.prepare('select count(*) from row').pluck();
const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

createServer(async (request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://floor');
  const json = (value: unknown) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(value));
  };
  if (request.method === 'POST' && pathname === '/rows') {
    const texts = v.parse(v.array(v.string()), JSON.parse(await bodyOf(request)));
    insertAll(texts);
    return json({ stored: texts.length });
  }
  if (pathname === '/count') return json(count.get());
  if (pathname.startsWith('/rows/')) return json(after.all(Number(pathname.slice('/rows/'.length))));
  const path = join(dist, pathname === '/' ? 'index.html' : normalize(pathname));
  if (!existsSync(path)) return response.writeHead(404).end();
  response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream').end(readFileSync(path));
}).listen(Number(port), 'localhost', () => process.stdout.write('is ready at\n'));

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}
