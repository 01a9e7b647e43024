// Requests nobody should send, of every kind there is a name for, to every route. What is sent over a socket besides (broken HTTP, cut and
// slow bodies) is in over-a-socket.ts.

import { paths } from '../../src/protocol/paths.ts';
import type { SentFact } from '../../src/protocol/push.ts';
import { largestRequest, mostIdsPerOffer } from '../../src/protocol/version.ts';
import { addressOf, exampleBody, gets, type PostPath, posts, written } from '../support/every-route.ts';
import { health } from '../support/server.ts';
import { mutated } from '../support/mutated.ts';
import type { MadeFact } from '../support/facts.ts';
import type { Chance } from './chance.ts';
import { hostileFact } from './hostile-facts.ts';
import type { Ground, Person } from './people.ts';
import { strangeHeaders, strangeText, trickPath } from './strange-parts.ts';

export interface HostileRequest {
  /** What is wrong with it, in a word. */
  readonly kind: string;
  readonly who: Person;
  readonly method: string;
  /** With its query, as it stands in the request line. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer> | string | null;
  /** Of a push: what it carries. */
  readonly facts: readonly SentFact[];
}

const pages = ['/', '/index.html', '/sessions/1', '/assets/app.js'] as const;

/** Each call makes the next one. */
export function createHostility(chance: Chance, { people, victims }: Ground): () => HostileRequest {
  const sent: HostileRequest[] = [];
  const good = new Map(people.map((person) => [person.name, person.maker.count('SESSION00001', '6-11', 1)]));
  const othersOf = (who: Person): readonly MadeFact[] =>
    people.filter(({ library }) => library !== null && library !== who.library).flatMap(({ name }) => good.get(name) ?? []);

  const asking = ({ identity: { incarnation }, cursor }: Person) => {
    return { protocol: 1, incarnation, cursor, health, digest: { count: 0, xor: 'A'.repeat(43) } };
  };
  const pushOf = (who: Person) => {
    const facts = Array.from({ length: 1 + chance.below(6) }, () => hostileFact(chance, who, othersOf(who)));
    return { value: { ...asking(who), facts }, facts };
  };
  const bodyFor = (path: PostPath, who: Person): { readonly value: unknown; readonly facts: readonly SentFact[] } => {
    if (path === paths.push) return pushOf(who);
    if (path === paths.revoke && chance.happens(0.5)) return { value: { device: chance.pick(victims) }, facts: [] };
    const signUps = path === paths.erase ? signUpsIn(sent.flatMap(({ facts }) => facts)) : [];
    return { value: exampleBody(path, { ...who, signUps, pick: chance.pick }), facts: [] };
  };
  const post = (
    kind: string,
    who: Person,
    path: PostPath,
    body: HostileRequest['body'],
    facts: readonly SentFact[] = [],
  ): HostileRequest => {
    return { kind, who, method: 'POST', path: addressOf(path), headers: written(path, body).headers, body, facts };
  };
  const anybody = () => chance.pick(people);
  const aPost = () => chance.pick([...posts, paths.push, paths.push, paths.pull, paths.offer]);

  const kinds: readonly (() => HostileRequest)[] = [
    () => {
      const [who, path] = [anybody(), aPost()];
      const text = written(path, mutated(bodyFor(path, who).value, chance.next, chance.pick)).body;
      return post('mutated', who, path, chance.happens(0.1) ? text.slice(0, chance.below(text.length)) : text);
    },
    () => {
      const who = anybody();
      const { value, facts } = pushOf(who);
      return post('hostile facts', who, paths.push, JSON.stringify(value), facts);
    },
    () => {
      const before = sent.length === 0 ? null : chance.pick(sent);
      return before === null ? post('replayed', anybody(), paths.pull, '{}') : { ...before, kind: 'replayed' };
    },
    () => {
      const before = sent.length === 0 ? null : chance.pick(sent);
      return { ...(before ?? post('', anybody(), paths.pull, '{}')), kind: 'replayed by another', who: anybody(), facts: [] };
    },
    () => crossing(),
    () => ({
      ...post('wrong method', anybody(), paths.pull, null),
      path: addressOf(chance.pick([...posts, ...gets, ...pages])),
      method: chance.pick(['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND', 'get']),
    }),
    () => {
      const [who, path] = [anybody(), aPost()];
      const types = [
        '',
        'text/plain',
        'application/jsonp',
        'multipart/form-data; boundary=x',
        'application/x-www-form-urlencoded',
        'APPLICATION/JSON;charset=utf-7',
        'application/json, text/html',
      ];
      return {
        ...post('wrong content type', who, path, written(path, bodyFor(path, who).value).body),
        headers: { 'content-type': chance.pick(types) },
      };
    },
    () => post('strange JSON', anybody(), aPost(), strangeText(chance)),
    () => ({ ...post('path tricks', anybody(), paths.pull, null), path: trickPath(chance), method: 'GET' }),
    () => {
      const who = anybody();
      const path = addressOf(chance.pick([...gets, ...pages, paths.me]));
      return {
        kind: 'plain',
        who,
        method: 'GET',
        path: path + chance.pick(['', '?x=1', `?${'q'.repeat(2_000)}`, '?__proto__=1', '#x']),
        headers: chance.pick<Readonly<Record<string, string>>>([
          {},
          {},
          { range: `bytes=${chance.pick(['0-3', '5-', '-4', '99-', '9-5', '0-1,3-4', ''])}` },
        ]),
        body: null,
        facts: [],
      };
    },
    () => {
      const [who, path] = [anybody(), aPost()];
      const { value, facts } = bodyFor(path, who);
      const { headers: usual, body } = written(path, value);
      const headers = { ...usual, ...strangeHeaders(chance) };
      return { ...post('strange headers', who, path, body, 'origin' in headers ? [] : facts), headers };
    },
    () => (chance.happens(0.03) ? oversized() : crossing()),
  ];

  function crossing(): HostileRequest {
    const who = chance.pick(people.filter(({ library }) => library !== null));
    const other = chance.pick(people.filter(({ library }) => library !== null && library !== who.library));
    const { value, facts } = pushOf(chance.happens(0.5) ? other : who);
    const ids = [...good.values()].map(({ fact }) => fact.id);
    return chance.pick([
      () => post('cross-library', who, paths.push, JSON.stringify({ ...value, incarnation: other.identity.incarnation }), facts),
      () => post('cross-library', who, paths.pull, JSON.stringify({ ...asking(other), digest: null })),
      () => post('cross-library', who, paths.pull, JSON.stringify({ ...asking(other), cursor: null })),
      () => post('cross-library', who, paths.offer, JSON.stringify({ protocol: 1, ids })),
      () => post('cross-library', who, paths.erase, JSON.stringify({ signUps: ids })),
      () => post('cross-library', who, paths.parcels, JSON.stringify(exampleBody(paths.parcels, { ...other, pick: chance.pick }))),
      () => post('cross-library', who, paths.revoke, JSON.stringify({ device: other.identity.device })),
      () => post('cross-library', who, paths.pull, JSON.stringify({ ...asking(who), cursor: wide(who) })),
    ])();
  }

  function oversized(): HostileRequest {
    const who = anybody();
    const large = 'x'.repeat(chance.pick([262_145, 1_000_000, largestRequest + 1, largestRequest * 2]));
    return chance.pick([
      () => post('oversized', who, paths.push, JSON.stringify({ ...asking(who), facts: [{ hash: 'x', text: large }] })),
      () => post('oversized', who, aPost(), large),
      () => post('oversized', who, paths.offer, JSON.stringify({ protocol: 1, ids: Array(mostIdsPerOffer + 1).fill('A'.repeat(22)) })),
      () => post('oversized', who, paths.push, JSON.stringify({ ...asking(who), facts: Array(1_001).fill({ hash: 'x', text: '{}' }) })),
    ])();
  }

  return () => {
    const request = chance.pick(kinds)();
    // Kept for replays; large ones would only fill the memory.
    if ((request.body?.length ?? 0) < 20_000) {
      if (sent.length < 300) sent.push(request);
      else sent[chance.below(sent.length)] = request;
    }
    return request;
  };
}

/** Ids of sign-ups that were sent: some of them are stored. */
function signUpsIn(facts: readonly SentFact[]): readonly string[] {
  return facts.flatMap(({ text }) => /"id":"([\w-]{22})".*"kind":"sign-up\.taken"/.exec(text)?.[1] ?? []);
}

/** A cursor that asks for more days than the server would give. */
function wide({ cursor }: Person) {
  return { ...cursor, seq: 0, scope: { from: '0001-01-01', to: '9999-12-31' }, snapshot: { subject: '', seq: 0 } };
}
