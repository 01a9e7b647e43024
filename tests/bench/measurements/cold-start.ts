// A cold start without any server: a browser started anew on an enrolled tablet's profile with 10,000 facts, the page's processor slowed
// four times, from navigation until a session of today can be tapped. (The service worker's own process is not slowed: the browser offers
// no way to.)

import { createEnrolledProfile, todaysSession } from '../enrolled-profile.ts';
import { type Line, summaryOf } from '../figures.ts';
import type { Stage } from '../stage.ts';

const runs = 5;
const facts = 10_000;
const slowness = 4;

export async function coldStart(stage: Stage): Promise<readonly Line[]> {
  const { profile, server } = await createEnrolledProfile(stage, facts);
  await server.stop();
  const slow: number[] = [];
  const full: number[] = [];
  for (let run = 0; run < runs; run++) {
    slow.push(await oneStart(stage, profile, server.url, slowness));
    full.push(await oneStart(stage, profile, server.url, 1));
  }
  const [slowed, unslowed] = [summaryOf(slow), summaryOf(full)];
  const detail = { runs, slowest: slowed.p99, 'without slowing': unslowed.median };
  return [
    {
      what: `offline cold start to a usable Today with ${facts.toLocaleString('en')} facts, processor ${slowness} x slower`,
      unit: 'ms',
      value: slowed.median,
      floor: null,
      aim: { of: 'value', atMost: 1_500 },
      detail,
    },
  ];
}

async function oneStart(stage: Stage, profile: string, url: string, rate: number): Promise<number> {
  const browser = await stage.browser({ profile, viewport: { width: 820, height: 1180 } });
  const page = await browser.newPage();
  const session = await browser.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  await page.goto(url, { waitUntil: 'commit' });
  const spent = await page.evaluate(usableAt, todaysSession);
  await browser.close();
  return spent;
}

/** Runs in the page: milliseconds from navigation to the frame after the one in which the element can be hit by a finger. */
function usableAt(selector: string): Promise<number> {
  const isTappable = () => {
    const found = document.querySelector(selector);
    if (found === null) return false;
    const { left, top, width, height } = found.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return width > 0 && hit !== null && found.contains(hit);
  };
  return new Promise((resolve) => {
    const look = () => {
      if (isTappable()) requestAnimationFrame(() => resolve(performance.now()));
      else requestAnimationFrame(look);
    };
    look();
  });
}
