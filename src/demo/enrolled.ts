// A device as the server knows it: enrolled with a code, numbering its facts, delivering them over the same routes as every tablet.
// It keeps nothing: what it wrote and delivered is on the server, and that is all the demo needs.

import { type Fact, type FactBody, type FactKind, factVersion, subjectTypeOf } from '../domain/fact.ts';
import { type EnrollAnswer, enrollAnswer, inviteAnswer } from '../protocol/access.ts';
import { hashOf } from '../protocol/hash.ts';
import { longId, type RandomBytes } from '../protocol/ids.ts';
import { paths } from '../protocol/paths.ts';
import { pushAnswer, type SentFact } from '../protocol/push.ts';
import { mostFactsPerPush, protocolVersion } from '../protocol/version.ts';
import type { Server } from '../server/create-server.ts';
import * as v from 'valibot';

export interface Enrolled {
  readonly identity: EnrollAnswer;
  /** Writes one fact, to be delivered later; answers its id. */
  readonly write: <Kind extends FactKind>(kind: Kind, subject: string, body: FactBody<Kind>, said: Said) => string;
  /** A fact of an app to come, which this server will hold aside. */
  readonly writeStrange: (kind: string, subject: string, said: Said) => void;
  readonly deliver: (at: number) => Promise<void>;
  readonly post: (path: string, body: unknown) => Promise<unknown>;
}

/** When and by whom; `id` when it had to be known before. */
export interface Said {
  readonly at: number;
  readonly staff: string | null;
  readonly id?: string;
}

interface Browser {
  readonly post: Enrolled['post'];
}

const origin = 'http://localhost';
const app = 'demo';

/** The coordinator's desktop, by setting the library up. */
export async function setUpDevice(server: Server, random: RandomBytes, coordinator: object, deviceName: string): Promise<Enrolled> {
  const browser = aBrowser(server);
  return enrolled(browser, random, v.parse(enrollAnswer, await browser.post(paths.setup, { code: null, coordinator, deviceName })));
}

export async function enrollDevice(
  server: Server,
  random: RandomBytes,
  desktop: Enrolled,
  role: 'staff' | 'kiosk',
  deviceName: string,
): Promise<Enrolled> {
  const { code } = v.parse(inviteAnswer, await desktop.post(paths.invites, { role }));
  const browser = aBrowser(server);
  const answer = await browser.post(paths.enroll, { code, attempt: longId(random), deviceName });
  return enrolled(browser, random, v.parse(enrollAnswer, answer));
}

function enrolled(browser: Browser, random: RandomBytes, identity: EnrollAnswer): Enrolled {
  const { library, device, incarnation } = identity;
  let number = 0;
  let waiting: SentFact[] = [];
  let attention = 0;
  const add = (kind: string, version: number, subject: Fact['subject'], body: Fact['body'], { at, staff, id = longId(random) }: Said) => {
    number += 1;
    const fact: Fact = {
      id,
      library,
      device,
      incarnation,
      number,
      kind,
      version,
      subject,
      body,
      at: new Date(at).toISOString(),
      clockOffset: 0,
      staff,
      app,
    };
    const text = JSON.stringify(fact);
    waiting.push({ hash: hashOf(text), text });
    return id;
  };
  return {
    identity,
    post: browser.post,
    write: (kind, subject, body, said) => add(kind, factVersion, { type: subjectTypeOf(kind), id: subject }, body, said),
    writeStrange: (kind, subject, said) => void add(kind, factVersion, { type: 'session', id: subject }, {}, said),
    deliver: async (at) => {
      const batches = Array.from({ length: Math.ceil(waiting.length / mostFactsPerPush) }, (_, batch) =>
        waiting.slice(batch * mostFactsPerPush, (batch + 1) * mostFactsPerPush),
      );
      waiting = [];
      for (const facts of batches.length > 0 ? batches : [[]]) {
        const health = { app, at: new Date(at).toISOString(), unsent: 0, oldestUnsentAt: null, attention, persisted: true };
        const request = { protocol: protocolVersion, incarnation, cursor: null, health, digest: null, facts };
        const { receipts } = v.parse(pushAnswer, await browser.post(paths.push, request));
        attention += receipts.filter(({ state }) => state === 'held').length;
      }
    },
  };
}

function aBrowser(server: Server): Browser {
  const cookies = new Map<string, string>();
  return {
    post: async (path, body) => {
      const headers = {
        origin,
        'content-type': 'application/json',
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      };
      const response = await server.app.request(origin + path, { method: 'POST', headers, body: JSON.stringify(body) });
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        cookies.set(name, value);
      }
      const answer: unknown = await response.json();
      if (!response.ok) throw new Error(`the demo's own server refused ${path}: ${JSON.stringify(answer)}`);
      return answer;
    },
  };
}
