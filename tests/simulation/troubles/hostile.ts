// Byzantine, a little: somebody who holds a device's cookie and its old requests, and devices whose outbox holds what the server cannot take.

import * as v from 'valibot';
import { mostBytesPerPush } from '../../../src/protocol/version.ts';
import { hashOf } from '../../../src/protocol/hash.ts';
import { longId } from '../../../src/protocol/ids.ts';
import { paths } from '../../../src/protocol/paths.ts';
import { pushAnswer, type Receipt, type SentFact } from '../../../src/protocol/push.ts';
import type { Step } from '../acts.ts';
import type { Chance } from '../chance.ts';
import { factOf } from '../ghost.ts';
import type { Answer } from '../network.ts';
import { ownFactsOn, selfOn } from '../invariants/on-commit.ts';
import type { Tablet } from '../tablet.ts';
import { act, aPage, type World } from '../world.ts';
import { withServer } from './server-troubles.ts';

export const hostileTroubles: readonly (readonly [code: string, step: Step])[] = [
  ['B1', otherBytes],
  ['B2', numberRepeated],
  ['B3', replay],
  ['B4', tooLargeTooDeep],
  ['B5', unknownKind],
  ['B6', tampered],
];

function own(world: World, chance: Chance): Tablet {
  return chance.one(world.tablets.filter((tablet) => !tablet.foreign));
}

/** A push as the tablet's cookie lets anybody send it; null: nobody answered. */
async function pushRaw(world: World, tablet: Tablet, texts: readonly SentFact[]): Promise<Answer | null> {
  const incarnation = selfOn(tablet.disk)?.identity?.incarnation ?? 'nobody';
  const health = { app: 'hostile', at: '2026-11-02T14:00:00.000Z', unsent: 0, oldestUnsentAt: null, attention: 0, persisted: null };
  const body = JSON.stringify({ protocol: 1, incarnation, cursor: null, health, digest: null, facts: texts });
  const request = {
    path: paths.push,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    cookies: tablet.cookies,
  } as const;
  const [answer] = await world.network.serve([request]);
  if (answer == null) return null;
  if (answer.status >= 500 && answer.status !== 503) world.ghost.violate('I15', `a hostile push was answered ${answer.status}`);
  return answer;
}

/** What it answers, when it answers with receipts. */
async function pushAs(world: World, tablet: Tablet, texts: readonly SentFact[]): Promise<readonly Receipt[] | null> {
  const answer = await pushRaw(world, tablet, texts);
  if (answer === null) return null;
  const read = v.safeParse(pushAnswer, answer.status === 200 ? JSON.parse(answer.text) : null);
  return read.success ? read.output.receipts : null;
}

const sent = (text: string) => ({ text, hash: hashOf(text) });

/** [I15] Held aside, with its bytes. */
async function expectHeld(world: World, tablet: Tablet, facts: readonly SentFact[], says: string): Promise<boolean> {
  const { ghost } = world;
  const good = newFact(world);
  const receipts = await pushAs(world, tablet, [...facts, ...(good === null ? [] : [sent(good)])]);
  if (receipts === null) return false;
  const quarantine = [...ghost.mirrors].flatMap(([library, { held }]) => [...held.values()].map(({ text }) => ({ library, text })));
  for (const [at, { text }] of facts.entries()) {
    const receipt = receipts[at];
    if (receipt?.state !== 'held') ghost.violate('I15', `${says} was stored`);
    else if (receipt.code !== 'fact-erased' && !quarantine.some((row) => row.text === text))
      ghost.violate('I15', `${says} was held aside (${receipt.code}) without its bytes`);
    // The cookie was the other library's (A4): its quarantine is out of reach of this one's erasures.
    const id = /"id":"([\w-]{22})"/.exec(text)?.[1];
    const isOut = quarantine.some((row) => row.text === text && row.library !== world.template.library);
    if (isOut && id !== undefined) world.kept.misdirected.add(id);
  }
  const last = receipts[facts.length];
  // A revoked device's, and one by a cookie of the other library, is held aside itself.
  if (last?.state === 'held' && !['fact-from-revoked-device', 'fact-other-library'].includes(last.code))
    ghost.violate('I15', `a good fact beside ${says} was held aside: ${last.code}`);
  return true;
}

/** A good fact that nobody has sent yet, as somebody else in the library might have made it. */
function newFact({ chance, ghost, template }: World): string | null {
  const like = [...ghost.mirror(template.library).facts.values()].find((row) => row.kind === 'attendance.counted');
  if (like === undefined) return null;
  const text = JSON.stringify({ ...factOf(like.text), id: longId(chance.bytes), incarnation: longId(chance.bytes), number: 1 });
  const fact = factOf(text);
  ghost.facts.set(fact.id, { id: fact.id, text, fact, honest: false, page: '', foreign: false });
  return text;
}

function otherBytes(world: World, chance: Chance): undefined {
  withServer(world, async () => {
    const rows = [...world.ghost.mirror(world.template.library).facts.values()];
    if (rows.length === 0) return;
    const { text } = chance.one(rows);
    const other = sent(text.replace('"app":"', '"app":"x'));
    if (await expectHeld(world, own(world, chance), [other], 'other bytes under a known id')) world.counts.hit('B1');
  });
}

function numberRepeated(world: World, chance: Chance): undefined {
  withServer(world, async () => {
    const tablet = own(world, chance);
    const facts = ownFactsOn(tablet.disk).filter(
      (row) => world.ghost.mirror(world.template.library).facts.has(row.id) && row.kind === 'attendance.counted',
    );
    if (facts.length === 0) return;
    const { text } = chance.one(facts);
    const fact = factOf(text);
    const number = chance.is(0.5) ? fact.number : fact.number + 1_000;
    const made = JSON.stringify({ ...fact, id: longId(chance.bytes), number });
    const known = { ...factOf(made), number };
    world.ghost.facts.set(known.id, { id: known.id, text: made, fact: known, honest: false, page: '', foreign: false });
    const receipts = await pushAs(world, tablet, [sent(made)]);
    if (receipts?.[0]?.state !== 'stored') return;
    world.counts.hit('B2');
    for (const one of world.tablets) if (selfOn(one.disk)?.identity?.device === fact.device) one.forked = true;
  });
}

/** [I25] One library's facts with the other's cookie: held aside there, and nothing more. */
async function misdirect(world: World, chance: Chance): Promise<void> {
  const { ghost, kept, template, tablets, desktop } = world;
  const foreign = chance.is(0.5);
  const facts = [...ghost.facts.values()].filter((one) => one.honest && one.foreign === foreign);
  const known = [...ghost.mirror(foreign ? template.otherLibrary : template.library).facts.keys()];
  // Their cookies are their own library's, whatever codes were typed into the tablets.
  const bearer = foreign ? desktop : tablets.find((tablet) => tablet.foreign);
  if (known.length === 0 || facts.length === 0 || bearer === undefined) return;
  const some = [chance.one(known), chance.one(facts).id].flatMap((id) => ghost.facts.get(id) ?? []);
  for (const { id } of some) kept.misdirected.add(id);
  const receipts = await pushAs(
    world,
    bearer,
    some.map(({ text }) => sent(text)),
  );
  for (const receipt of receipts ?? [])
    if (receipt.state === 'stored') ghost.violate('I25', `a fact was stored in another library, by the cookie of ${bearer.name}`);
}

function replay(world: World, chance: Chance): undefined {
  const { seen } = world.network;
  if (seen.length === 0) return;
  if (chance.is(0.5)) return withServer(world, () => misdirect(world, chance));
  withServer(world, async () => {
    const [answer] = await world.network.serve([chance.one(seen)]);
    if (answer == null) return;
    if (answer.status >= 500 && answer.status !== 503) world.ghost.violate('I15', `a replay was answered ${answer.status}`);
    if (answer.status === 200) world.counts.hit('B3');
  });
}

function tooLargeTooDeep(world: World, chance: Chance): undefined {
  withServer(world, async () => {
    const large = JSON.stringify({ id: longId(chance.bytes), note: 'x'.repeat(300_000) });
    const deep = `{"id":"${longId(chance.bytes)}","body":${'['.repeat(60)}${']'.repeat(60)}}`;
    await expectHeld(world, own(world, chance), [sent(large), sent(deep), sent('not JSON'), sent('{"a":1}')], 'no fact at all');
    const oversize = await pushRaw(
      world,
      own(world, chance),
      Array.from({ length: 9 }, () => sent('y'.repeat(mostBytesPerPush / 4))),
    );
    // 401: whose cookie is gone is not read at all.
    if (oversize?.status === 413) world.counts.hit('B4');
    else if (oversize !== null && ![401, 503].includes(oversize.status))
      world.ghost.violate('I15', `an oversize push was answered ${oversize.status}`);
  });
}

/** By file, from an app of another version: an honest device delivers it, it is held aside, the facts after it are not held up. */
function unknownKind(world: World, chance: Chance): undefined {
  const tablet = own(world, chance);
  const { identity } = selfOn(tablet.disk) ?? { identity: null };
  if (identity === null) return;
  const fact = {
    id: longId(chance.bytes),
    library: identity.library,
    device: identity.device,
    incarnation: longId(chance.bytes),
    number: 1,
    kind: chance.is(0.5) ? 'session.danced' : 'attendance.counted',
    version: 1,
    subject: { type: 'session', id: chance.one(world.sessions) },
    body: { steps: 3 },
    at: '2026-11-02T14:00:00.000Z',
    clockOffset: null,
    staff: null,
    app: 'another',
  };
  const text = JSON.stringify(fact);
  world.kept.hostile.add(fact.id);
  world.ghost.facts.set(fact.id, { id: fact.id, text, fact, honest: false, page: '', foreign: false });
  const line = JSON.stringify({ hash: hashOf(text), text });
  const head = { wayside: 'rescue', version: 1, library: identity.library, device: identity.device, count: 1, checksum: hashOf(line) };
  act(
    world,
    aPage(tablet),
    ({ device }) => device.act.importRescue(`${JSON.stringify(head)}\n${line}\n`),
    (result) => {
      if (!result.ok) return;
      world.counts.hit('B5');
      world.kept.hostileTaken.add(fact.id);
    },
  );
}

function tampered(world: World, chance: Chance): undefined {
  withServer(world, async () => {
    const sealed = [...world.ghost.facts.values()].filter(
      ({ text, fact }) => fact.library === world.template.library && text.includes('"box":"'),
    );
    if (sealed.length === 0) return;
    const { text } = chance.one(sealed);
    const changed = text.replace('"box":"', '"box":"AA');
    if (await expectHeld(world, own(world, chance), [{ text: changed, hash: hashOf(text) }], 'an envelope with changed bytes'))
      world.counts.hit('B6');
  });
}
