// One seed from beginning to end: the story, then heal, drain, compare everything.

import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Level } from '../../src/domain/may.ts';
import { randomBytesFrom } from '../support/random.ts';
import { chanceFrom } from './chance.ts';
import { createCounts } from './counts.ts';
import { postgresDatabase, sqliteDatabase } from './database.ts';
import { endWell } from './ending.ts';
import { createGhost, factOf, type Violation } from './ghost.ts';
import { watchServer } from './invariants/on-server.ts';
import { acknowledge } from './invariants/on-answer.ts';
import { createLoop, mostEvents } from './loop.ts';
import { createNetwork } from './network.ts';
import { enter } from './prelude.ts';
import { type Host, openHost } from './server-host.ts';
import { type Event, stepNamed } from './story.ts';
import type { Template } from './template.ts';
import { comesUpAgain } from './troubles/server-troubles.ts';
import { addTablet, aPage, countStruck, everybodyIn, type World } from './world.ts';

/** A library of a thousand facts in pages of three would be nothing but pages. */
const mostPages = 40;

export interface Run {
  readonly seed: number;
  readonly hash: string;
  readonly violation: Violation | null;
  readonly faults: Readonly<Record<string, number>>;
  readonly promised: number;
  readonly onServer: number;
  readonly events: number;
  readonly checks: number;
  /** Days that passed, for each device. */
  readonly deviceDays: number;
  readonly trace: readonly string[] | null;
}

export interface RunOptions {
  readonly base: string;
  readonly template: Template;
  /** null: SQLite. */
  readonly postgresUrl: string | null;
  readonly trace?: boolean;
}

export async function runSeed(seed: number, story: readonly Event[], { base, template, postgresUrl, trace }: RunOptions): Promise<Run> {
  const chance = chanceFrom(seed);
  const loop = createLoop(template.at, chance.draw, trace === true ? [] : null);
  const own = mkdtempSync(join(base, `seed-${seed}-`));
  const database =
    postgresUrl === null ? sqliteDatabase(own) : await postgresDatabase(postgresUrl, `${template.database}_${seed}`, template.database);
  const leave = enter(loop);
  const ghost = createGhost();
  const counts = createCounts(loop.note);
  const bug = (error: unknown) => ghost.violate('bug', error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.on('unhandledRejection', bug);
  const logged: string[] = [];
  for (const text of template.facts) {
    const fact = factOf(text);
    ghost.facts.set(fact.id, { id: fact.id, text, fact, honest: true, page: '', foreign: fact.library !== template.library });
    ghost.promised.add(fact.id);
    ghost.acked.add(fact.id);
  }
  const misdirected = new Set<string>();
  const smallest = chance.number(3, 12);
  const opened: { host: Host | null } = { host: null };
  try {
    const host = await openHost({
      loop,
      base: own,
      template: template.folder,
      database,
      random: randomBytesFrom(seed),
      log: (line) => logged.push(line),
      page: () => Math.max(smallest, Math.ceil(ghost.facts.size / mostPages)),
      struck: (what) => counts.hit(({ full: 'S2', busy: 'S3', cut: 'S10', beside: 'S6' } as const)[what]),
      watch: async (one, what) => watchServer({ ghost, misdirected }, one.server(), what),
    });
    opened.host = host;
    const network = createNetwork(loop, chance, counts, async (requests) => {
      const wasUp = host.isUp();
      const answers = await host.serve(requests);
      if (wasUp && !host.isUp()) comesUpAgain(world, chance);
      for (const [at, request] of requests.entries()) {
        acknowledge(world, request, answers[at] ?? null);
        countStruck(world, request, answers[at] ?? null);
      }
      return answers;
    });
    const parts = {
      ...{ seed, loop, chance, counts, ghost, network, host, template, logged },
      tablets: [],
      seen: new Map(),
      canaries: [],
      sessions: ['SESSION00001', 'SESSION00002'],
      kept: {
        ...{ backups: [], copies: [], images: [], scopeMoves: null, lurking: [], asleepUntil: 0, atServer: Promise.resolve() },
        ...{ guests: [], codes: new Map<string, Level>(), levels: new Map<string, Level>() },
        ...{ revoked: new Set<string>(), hostile: new Set<string>(), hostileTaken: new Set<string>(), misdirected },
      },
    };
    const world: World = {
      ...parts,
      desktop: addTablet(parts, { name: 'desktop', seed: 5_000_000 + seed * 10 + 1, from: template.desktop }),
    };
    for (const [at, from] of template.tablets.entries()) {
      const tablet = addTablet(world, { name: `t${at + 1}`, seed: 5_000_000 + seed * 10 + 2 + at, from });
      world.tablets.push(tablet);
      world.kept.images.push({ tablet, ...from }); // somebody's backup of it, from before the story
    }
    world.tablets.push(addTablet(world, { name: 'foreign', seed: 5_000_000 + seed * 10 + 9, from: template.foreign, foreign: true }));
    for (const tablet of world.tablets) aPage(tablet);

    const done = () => ghost.state.violation !== null;
    await tell(world, story, done).catch((error: unknown) => {
      if (loop.events() <= mostEvents) throw error;
      ghost.violate('I16', error instanceof Error ? error.message : String(error));
    });
    const devices = everybodyIn(world).length;
    return {
      seed,
      hash: loop.hash(),
      violation: ghost.state.violation,
      faults: counts.all(),
      promised: ghost.promised.size,
      onServer: ghost.mirror(template.library).facts.size,
      events: loop.events(),
      checks: ghost.state.checks,
      deviceDays: (devices * (loop.now() - template.at)) / 86_400_000,
      trace: loop.trace,
    };
  } finally {
    await opened.host?.close();
    leave();
    process.off('unhandledRejection', bug);
    await database.drop();
    rmSync(own, { recursive: true, force: true });
  }
}

/** The story, and then its end. */
async function tell(world: World, story: readonly Event[], done: () => boolean): Promise<void> {
  const { loop } = world;
  for (const event of story) {
    loop.note(`# ${event.name};`);
    stepNamed(event.name)(world, chanceFrom(event.seed));
    if (world.kept.asleepUntil > loop.now()) await loop.run({ until: world.kept.asleepUntil, done });
    const until = loop.now() + ('ms' in event.pause ? event.pause.ms : 60_000);
    await loop.run({ until, done, ...('events' in event.pause ? { events: event.pause.events } : {}) });
    if (done()) break;
  }
  if (!done()) await endWell(world);
}
