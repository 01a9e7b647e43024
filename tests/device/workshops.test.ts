// Checklists and surveys on real devices and a real server: two tablets at once, a kiosk, and open answers that only the passphrase opens.

import { expect, test } from 'vitest';
import { everyTable } from '../../src/device/store/every-table.ts';
import { session } from '../../src/device/store/sessions.ts';
import { surveyAnswersOf } from '../../src/device/store/survey.ts';
import { templates } from '../../src/device/store/templates.ts';
import { listProgress } from '../../src/domain/checklist-progress.ts';
import { surveyResults } from '../../src/domain/survey-results.ts';
import { usualTemplate } from '../../src/domain/templates.ts';
import { aServer } from '../support/server.ts';
import { okOf, problemOf } from './a-device.ts';
import { aDesktop, anEnrolledTablet, aTablet, type Tablet } from './a-tablet.ts';

const passphrase = 'seven lanterns over the quiet harbor';

async function deliver(...tablets: readonly Tablet[]): Promise<void> {
  for (const tablet of tablets) okOf(await tablet.device.sync.deliverNow());
}
async function anEnrolledKiosk(server: Parameters<typeof aTablet>[0], desktop: Tablet): Promise<Tablet> {
  const kiosk = aTablet(server, 9);
  okOf(await kiosk.device.access.enroll(okOf(await desktop.device.access.invite('kiosk')).code, 'Kiosk'));
  await deliver(kiosk);
  return kiosk;
}
const shown = async ({ device }: Tablet, id: string) => {
  const found = await session(device.store, id);
  if (found === undefined) throw new Error('the session is here');
  return found;
};

test('two tablets tick at once, nothing is lost, and taking back reaches both ticks of one item', async () => {
  const server = await aServer();
  const desktop = await aDesktop(server);
  const one = await anEnrolledTablet(server, desktop, 1);
  const two = await anEnrolledTablet(server, desktop, 2);
  const { checklist } = usualTemplate('storytime');
  const { id } = okOf(await one.device.act.startNewSession({ date: '2026-11-02', template: 'storytime', checklist }));
  await deliver(one, two);

  okOf(await one.device.act.tick(id, 'count', true));
  okOf(await one.device.act.tick(id, 'welcome', true));
  okOf(await two.device.act.tick(id, 'count', true));
  okOf(await two.device.act.tick(id, 'notes', true));
  expect(okOf(await two.device.act.tick(id, 'notes', true))).toEqual([]); // stands already
  await deliver(one, two, one, desktop);
  for (const tablet of [one, two, desktop]) expect(listProgress(await shown(tablet, id)).done).toBe(3);
  expect(await shown(one, id)).toEqual(await shown(desktop, id));

  expect(okOf(await one.device.act.tick(id, 'count', false))).toHaveLength(2);
  await deliver(one, two, desktop);
  for (const tablet of [one, two, desktop]) expect(listProgress(await shown(tablet, id)).done).toBe(2);
});

test('a survey answer counts once however often it is sent, and its own words are open to the passphrase alone', async () => {
  const server = await aServer();
  const desktop = await aDesktop(server);
  const written = {
    wording: 'survey/ht/2026-11',
    agreement: { knowledge: 5, awareness: 2 },
    way: 'kiosk',
    words: { liked: 'Madan Canarybird', improve: ' ' },
  } as const;
  const { id } = okOf(await desktop.device.act.startNewSession({ date: '2026-11-02' }));
  expect(problemOf(await desktop.device.act.answerSurvey(id, written)).code).toBe('sealing-key-missing');
  okOf(await desktop.device.act.answerSurvey(id, { ...written, words: {} })); // nothing to seal: no key is needed

  const key = okOf(await desktop.device.act.makeSealingKey(passphrase, 'Alice'));
  okOf(await key.rehearse({ passphrase, recoveryKey: key.recoveryKey }));
  okOf(await key.confirm());
  await deliver(desktop);
  const kiosk = await anEnrolledKiosk(server, desktop);
  await deliver(kiosk);
  okOf(await kiosk.device.act.joinSession(id));
  const token = kiosk.device.act.newToken();
  okOf(await kiosk.device.act.answerSurvey(id, { ...written, token }));
  okOf(await kiosk.device.act.answerSurvey(id, { ...written, token }));
  const stored = JSON.stringify(await Promise.all(everyTable.map((name) => kiosk.device.store[name].toArray())));
  expect(stored).not.toContain('Canarybird');
  await deliver(kiosk, desktop);

  const seen = await shown(desktop, id);
  expect(surveyResults(seen)).toMatchObject({
    answers: 2,
    statements: [
      { item: 'knowledge', answers: 2 },
      { item: 'awareness', answers: 2 },
    ],
  });
  expect(JSON.stringify(await Promise.all(everyTable.map((name) => desktop.device.store[name].toArray())))).not.toContain('Canarybird');
  const [newest] = await surveyAnswersOf(desktop.device.store, id);
  const sealed = newest?.body.sealed ?? null;
  if (newest === undefined || sealed === null) throw new Error('the kiosk’s answer has words of its own');
  expect(problemOf(await desktop.device.seal.openSurvey(sealed, newest.fact.id)).code).toBe('sealing-key-missing');
  okOf(await desktop.device.seal.unlock({ passphrase }));
  expect(okOf(await desktop.device.seal.openSurvey(sealed, newest.fact.id))).toEqual({ liked: 'Madan Canarybird' });
  expect(problemOf(await desktop.device.seal.open(sealed, newest.fact.id, 'sign-up.taken')).code).toBe('seal-unreadable');

  okOf(await desktop.device.act.voidFact(id, newest.fact.id));
  expect(surveyResults(await shown(desktop, id)).answers).toBe(1);
  expect(await surveyAnswersOf(desktop.device.store, id)).toHaveLength(1);
});

test('a coordinator’s kinds of session reach tablets and kiosks; staff change none', async () => {
  const server = await aServer();
  const desktop = await aDesktop(server);
  const kiosk = await anEnrolledKiosk(server, desktop);
  const tablet = await anEnrolledTablet(server, desktop, 2);
  const wording = { version: 'en-US/2026-11-02', statements: { knowledge: 'I learned to read a map.' }, questions: {} };
  okOf(await desktop.device.act.changeTemplate('class_visit', { asksSurvey: true, surveyWordings: { 'en-US': wording } }));
  okOf(await desktop.device.act.changeTemplate(null, { ...usualTemplate('-'), name: 'Lego club' }));
  await deliver(desktop, kiosk, tablet);
  for (const { device } of [kiosk, tablet]) {
    const known = await templates(device.store);
    expect(known).toHaveLength(11);
    expect(known.at(-1)?.values.name).toBe('Lego club');
    expect(known.find((one) => one.id === 'class_visit')?.values).toMatchObject({
      topic: 'class_visit',
      asksSurvey: true,
      surveyWordings: { 'en-US': wording },
    });
  }
  expect(problemOf(await tablet.device.act.changeTemplate('class_visit', { targetAge: '12-18' })).code).toBe('not-allowed');
});
