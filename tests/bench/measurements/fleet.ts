// A fleet coming home: 50 and 200 devices deliver 100 facts each at once. The devices are clients in this process that speak the protocol
// as a device's push does (a browser each would measure browsers). The floor: as many plain POSTs of the same texts into SQLite, at once.

import { type Client, deliver, enroll, invite, pullAll } from '../client.ts';
import { inTurns, type Line, medianLine, summaryOf } from '../figures.ts';
import { post } from '../http.ts';
import { createLibrary } from '../library.ts';
import { aDayOf } from '../library-data.ts';
import type { Stage } from '../stage.ts';
import { aMaker } from '../../support/facts.ts';
import { randomBytesFrom } from '../../support/random.ts';

const factsEach = 100;
const rounds = 5;

export async function fleet(stage: Stage): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for (const size of [50, 200]) {
    const noPage = { app: stage.folder() };
    const library = await createLibrary(stage, 1_000, await stage.server(noPage));
    const floorServer = await stage.floor(noPage);
    const members: Client[] = [];
    for (let at = 0; at < size; at++) members.push(await enroll(library.server.url, await invite(library.coordinator), `Tablet ${at}`));
    const catchUp = async () => {
      await pullAll(library.coordinator);
      for (const member of members) member.position.cursor = library.coordinator.position.cursor;
    };
    await catchUp();
    const makers = members.map((member, at) => aMaker({ ...member, random: randomBytesFrom(size * 1_000 + at) }));
    const stored = { facts: library.facts.length };
    const seen = { errors: 0, retries: 0, peak: [] as number[], each: [] as number[], base: library.server.memory()?.now ?? Number.NaN };
    const outboxes = (day: string) =>
      makers.map((maker, at) => aDayOf(maker, library.today, `DAY${day}OF${at}`, `DAY${day}PAIR${Math.floor(at / 2)}`));
    const pair = await inTurns(
      rounds,
      async (round) => {
        const waiting = outboxes(`${round}`);
        library.server.forgetPeak();
        const begun = performance.now();
        const deliveries = await Promise.all(
          members.map(async (member, at) => {
            const delivery = await deliver(member, waiting[at] ?? []);
            seen.each.push(performance.now() - begun);
            return delivery;
          }),
        );
        const spent = performance.now() - begun;
        seen.peak.push(library.server.memory()?.peak ?? Number.NaN);
        for (const delivery of deliveries) {
          seen.errors += delivery.errors + delivery.held;
          seen.retries += delivery.requests - 1;
          stored.facts += delivery.stored;
        }
        await catchUp();
        return spent;
      },
      async (round) => {
        const bodies = outboxes(`F${round}`).map((facts) => JSON.stringify(facts.map(({ text }) => text)));
        const begun = performance.now();
        await Promise.all(bodies.map((body) => post(`${floorServer.url}/rows`, body)));
        return performance.now() - begun;
      },
    );
    const held = await pullAll(await enroll(library.server.url, await invite(library.coordinator), 'Counting'));
    const name = `${size} devices deliver ${factsEach} facts each at once`;
    const each = summaryOf(seen.each);
    lines.push(
      medianLine(name, pair, { of: 'ratio', atMost: 2 }, { 'slowest device p99': each.p99, retries: seen.retries }),
      { what: `${name}: errors`, unit: '', value: seen.errors, floor: null, aim: { of: 'value', atMost: 0 }, detail: {} },
      {
        what: `${name}: facts lost`,
        unit: '',
        value: stored.facts - held,
        floor: null,
        aim: { of: 'value', atMost: 0, atLeast: 0 },
        detail: { receipts: stored.facts, held },
      },
      {
        what: `${name}: peak memory of the server`,
        unit: 'MiB',
        value: Math.max(...seen.peak),
        floor: null,
        aim: null,
        detail: { before: seen.base },
      },
    );
    await library.server.stop();
    await floorServer.stop();
  }
  return lines;
}
