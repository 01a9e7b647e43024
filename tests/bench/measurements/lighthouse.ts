// Lighthouse (mobile) on Today and on a session, on an enrolled tablet's profile. Its own clearing of storage is switched off: it would
// un-enroll the device and measure the welcome screen.

import runLighthouse from 'lighthouse';
import { createEnrolledProfile } from '../enrolled-profile.ts';
import { type Line, summaryOf } from '../figures.ts';
import type { Stage } from '../stage.ts';

const runs = 5;
/** Milliseconds. The network is never quiet: the page listens for what is new as long as it is open. */
const longest = 15_000;
const aims = { performance: 95, accessibility: 100, 'best-practices': 100 } as const;
const categories = ['performance', 'accessibility', 'best-practices'] as const;

export async function lighthouse(stage: Stage): Promise<readonly Line[]> {
  const { profile, server, library } = await createEnrolledProfile(stage, 1_000);
  const { port } = await stage.debuggedBrowser(profile);
  const lines: Line[] = [];
  for (const [screen, path] of [
    ['Today', '/'],
    ['a session', `/sessions/${library.sessions[0]}`],
  ] as const) {
    const scores: Record<keyof typeof aims, number[]> = { performance: [], accessibility: [], 'best-practices': [] };
    const failed = new Set<string>();
    for (let run = 0; run < runs; run++) {
      const result = await runLighthouse(server.url + path, {
        port,
        output: 'json',
        logLevel: 'error',
        disableStorageReset: true,
        maxWaitForLoad: longest,
        onlyCategories: [...categories],
      });
      if (result === undefined) throw new Error('Lighthouse gave no result');
      for (const category of categories) {
        const found = result.lhr.categories[category];
        scores[category].push(Math.round(100 * (found?.score ?? 0)));
        for (const { id } of found?.auditRefs ?? []) {
          const score = result.lhr.audits[id]?.score ?? 1;
          if (score < 0.9 && category !== 'performance') failed.add(id);
        }
      }
    }
    for (const category of categories) {
      const of = summaryOf(scores[category]);
      lines.push({
        what: `${screen}, ${category}`,
        unit: '',
        value: of.median,
        floor: null,
        aim: { of: 'value', atLeast: aims[category] },
        detail: { runs: scores[category].join(' '), failed: [...failed].join(' ') },
      });
    }
  }
  return lines;
}
