// A screen as the app draws it: a real device on a real IndexedDB of its own, real text, and a network that answers what the test says.

import { LocationProvider } from 'preact-iso';
import type { ComponentChild } from 'preact';
import { signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { onTestFinished } from 'vitest';
import { App } from '../../src/app/App.tsx';
import { AppProvider } from '../../src/app/context.ts';
import type { AppOffline } from '../../src/app/offline/app-offline.ts';
import { createHolds } from '../../src/app/offline/holds.ts';
import { createScreens } from '../../src/app/screens.ts';
import { loadMoreIcons } from '../../src/app/ui/Icon.tsx';
import { type AppLanguage, createAppLanguage } from '../../src/app/language.ts';
import { enUS } from '../../src/app/text/en-US.ts';
import type { Text } from '../../src/app/text/text.ts';
import { createDevice, type Device } from '../../src/device/device.ts';
import type { Ports } from '../../src/device/ports.ts';
import type { Level } from '../../src/domain/may.ts';
import type { ProblemCode } from '../../src/domain/problem.ts';
import { recordIdFrom } from '../../src/protocol/ids.ts';
import { aPage } from './page.ts';

export const now = Date.parse('2026-11-02T14:00:00.000Z');

/** What the server says, by path; a path that is not there cannot be reached. A function is given the request's body. */
export type Answers = Record<string, unknown>;

/** As an answer: the server refuses with this code. */
export const refused = (code: ProblemCode) => ({ refused: code });

export interface ScreenDevice {
  readonly device: Device;
  /** May be changed while the test runs. */
  readonly answers: Answers;
  readonly asked: readonly { readonly path: string; readonly body: unknown }[];
}

/** Not enrolled yet. */
export function aDevice(answers: Answers = {}, given: Partial<Ports> = {}): ScreenDevice {
  const asked: { path: string; body: unknown }[] = [];
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  const http: Ports['http'] = async (path, init) => {
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : null;
    asked.push({ path, body });
    const said = answers[path];
    if (said === undefined) throw new TypeError('network');
    const answer: unknown = typeof said === 'function' ? await said(body) : said;
    const code = typeof answer === 'object' && answer !== null && 'refused' in answer ? answer.refused : null;
    return code === null ? Response.json(answer) : Response.json({ problem: { code } }, { status: 403 });
  };
  const timer: Ports['timer'] = (ms, run) => {
    const id = setTimeout(run, ms);
    return () => clearTimeout(id);
  };
  const device = createDevice({
    databaseName: `screen-${recordIdFrom(random)}`,
    now: () => now,
    random,
    timer,
    http,
    appVersion: '0.1.0+test',
    storage: {
      persisted: async () => false,
      persist: async () => false,
      estimate: async () => ({ usage: 2_300_000, quota: 10_700_000_000 }),
    },
    ...given,
  });
  onTestFinished(() => device.store.dexie.delete());
  return { device, answers, asked };
}

export const server = { id: 'SERVER000001', epoch: 'EPOCH0000001' } as const;
export const enrolledAs = (level: Level) =>
  ({ server, library: 'LIBRARY00001', device: 'DEVICE000001', incarnation: 'INCARNATION1', level }) as const;

/** Enrolled into a library with a name; nothing else. */
export async function anEnrolledDevice(level: Level, answers: Answers = {}, given: Partial<Ports> = {}): Promise<ScreenDevice> {
  const made = aDevice({ '/api/enroll': enrolledAs(level), ...answers }, given);
  await done(made.device.access.enroll('ABCDE12345', level === 'coordinator' ? 'Office desktop' : 'Tablet 1'));
  if (level === 'coordinator') {
    await done(
      made.device.act.changeLibrary({ name: 'North Miami Public Library', timeZone: 'America/New_York', languages: ['en-US', 'ht'] }),
    );
  }
  return made;
}

export interface ShownScreen {
  /** Where the app has gone to. */
  readonly path: () => string;
  readonly offline: Omit<AppOffline, 'updateWaiting' | 'readiness'> & {
    readonly updateWaiting: { value: boolean };
    readonly readiness: { value: 'preparing' | 'ready' | 'unsupported' };
  };
}

/** Whole from the start: a test draws screens that the app loads late. */
function aLanguage(text: Text): AppLanguage {
  const language = createAppLanguage([text.language]);
  const spoken = signal(text);
  return {
    ...language,
    text: spoken,
    choose: async (choice) => {
      const answer = await language.choose(choice);
      if (answer.ok) spoken.value = language.text.value;
      return answer;
    },
  };
}

/** What the app's root hands to its screens. */
export function aContext(device: Device, text: Text = enUS) {
  const holds = createHolds(undefined);
  const offline = {
    readiness: signal<'preparing' | 'ready' | 'unsupported'>('ready'),
    optionalParts: signal<'waiting' | 'fetching' | 'ready' | 'failed'>('ready'),
    updateWaiting: signal(false),
    holdUpdates: holds.hold,
    updatesHeld: holds.held,
    applyUpdate: async (): Promise<'applied' | 'held'> => 'applied',
  };
  return { device, language: aLanguage(text), screens: createScreens(loadMoreIcons), offline, now: () => now, drawn: () => {} };
}

/** `at` is the address on which it stands; a fragment belongs to it. */
export function aScreen(device: Device, screen: ComponentChild, at = '/test', text?: Text): ShownScreen {
  const before = location.href;
  history.replaceState(null, '', at);
  onTestFinished(() => history.replaceState(null, '', before));
  const context = aContext(device, text);
  aPage(<Given context={context}>{screen}</Given>);
  return { path: () => location.pathname, offline: context.offline };
}

function Given({ context, children }: { readonly context: ReturnType<typeof aContext>; readonly children: ComponentChild }) {
  const text = context.language.text.value;
  const given = useMemo(() => ({ ...context, text }), [context, text]);
  return (
    <AppProvider value={given}>
      <LocationProvider>{children}</LocationProvider>
    </AppProvider>
  );
}

/** The whole app at an address, as it is opened there. */
export async function theApp(device: Device, at: string, text?: Text): Promise<void> {
  const before = location.href;
  history.replaceState(null, '', at);
  onTestFinished(() => history.replaceState(null, '', before));
  const context = aContext(device, text);
  await context.language.begun;
  aPage(<App context={context} />);
}

/** One that stands in the frame, which brings the main landmark. */
export function aFramedScreen(device: Device, screen: ComponentChild, at?: string, text?: Text): ShownScreen {
  return aScreen(
    device,
    <main id="main" tabIndex={-1}>
      {screen}
    </main>,
    at,
    text,
  );
}

/** The value of a Result that must be ok. */
export async function done<Value>(
  result: Promise<{ readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: { readonly code: string } }>,
): Promise<Value> {
  const answer = await result;
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
}
