// A device of a library that has some of everything, and the address of every screen that shows it.

import { routes } from '../../src/app/routes.ts';
import type { Device } from '../../src/device/device.ts';
import { usualTemplate } from '../../src/domain/templates.ts';
import { done, enrolledAs } from './a-screen.tsx';
import { anOpenSession, aPlannedSession, aSealingKey, aSite } from './app/a-field-day.tsx';

/** As the server tells of a device with something amiss. */
export const aDesktop = {
  id: enrolledAs('coordinator').device,
  name: 'Office desktop',
  level: 'coordinator',
  enrolledAt: '2026-10-05T14:00:00.000Z',
  revokedAt: null,
  lastSeenAt: '2026-10-31T14:00:00.000Z',
  app: '0.1.0+test',
  unsent: 14,
  oldestUnsentAt: '2026-10-30T14:00:00.000Z',
  attention: 2,
  persisted: false,
  clockOffset: -7_200_000,
  forkedAt: '2026-11-01T10:00:00.000Z',
};

export async function everyAddress(device: Device): Promise<readonly string[]> {
  const { act } = device;
  await aSealingKey(device);
  const site = await aSite(device, 'Maple Court');
  const { checklist } = usualTemplate('storytime');
  const session = await anOpenSession(device, { place: '', site, template: 'storytime', checklist, asksSurvey: true });
  const contacts = [{ name: 'Dana Whitfield', role: 'media_specialist', phone: '305 555 0117', email: 'dana@hurston.example' } as const];
  const partner = await done(act.changePartner(null, { name: 'Hurston Elementary', contacts, goals: ['literacy'] }));
  const recurring = { place: 'Maple Court', startsAt: '10:00', endsAt: '11:00', start: '2026-11-02', until: null, except: ['2026-12-29'] };
  const series = await done((await device.plan()).changeSeries(null, { ...recurring, rule: 'FREQ=WEEKLY;BYDAY=MO' }, '2026-11-02'));
  const visit = await aPlannedSession(device, { topic: 'class_visit' });
  await done(act.finishSession(await anOpenSession(device, { place: 'Maple Court' })));
  await done(act.count(session, '6-11', 12, 'many'));
  await done(act.count(session, '0-5', 1, 'tap'));
  const notes = 'Bring more dinosaur books.';
  const kit = { title: 'Storytime kit', type: 'kit', barcode: null, archived: false, note: notes } as const;
  const resource = await done(act.changeResource(null, kit));
  await done(act.handOut(session, 'given', { resource: null, title: 'Bookmarks', count: 3, barcode: null }));
  await done(act.changeStaff(null, { name: 'Alice Moreau', active: true }));
  await done(act.changeOutlet(null, { name: 'Bookmobile 1', kind: 'bookmobile' }));
  await done(act.changeSession(session, { notes }));
  const lent = { title: kit.title, count: 1, barcode: '', to: 'person', site: null, due: '2026-11-01', card: '' } as const;
  await done(act.lend(session, { ...lent, resource: resource.id, token: act.newToken() }));
  await done(act.answerSurvey(session, { wording: 'own/1', agreement: { knowledge: 5 }, way: 'paper', words: { liked: notes } }));
  const cards = { from: '21234000000018', to: '21234000000109', device: aDesktop.id };
  const range = await done(act.changeCardRange(null, cards));
  const contact = {
    name: 'Wideline Jean-Baptiste',
    phone: '(305) 555-0142',
    email: '',
    address: '12 Maple Court',
    birthDate: '2015-03-14',
    guardian: null,
    cardNumber: '',
    note: '',
  };
  const consent = { given: true, wording: 'en-US/2026-11', by: 'caregiver' } as const;
  const taken = await done(act.takeSignUp(session, { for: 'card', program: null, language: 'ht', ageBand: '6-11', consent, contact }));
  return [
    ...Object.values(routes).filter((route) => typeof route === 'string'),
    routes.session(session),
    routes.session(session, 'roster'),
    routes.session(session, 'sign-ups'),
    routes.session(session, 'resources'),
    routes.session(session, 'checklist'),
    routes.session(session, 'survey'),
    routes.session(session, 'notes'),
    routes.finishSession(session),
    routes.shareSession(session),
    routes.handOver(session),
    routes.sessionDetails(session),
    routes.newSignUp(session),
    routes.signUp(session, taken.fact?.id ?? ''),
    routes.followUpOne(taken.fact?.id ?? ''),
    routes.prepareClass(visit),
    routes.site(site),
    routes.changeSite(site),
    routes.partner(partner.id),
    routes.changePartner(partner.id),
    routes.schedule('day', '2026-11-02'),
    routes.schedule('week', '2026-11-02'),
    routes.series(series.id),
    routes.series('new'),
    routes.resource(resource.id),
    routes.show(resource.id),
    routes.showInSession(session, resource.id),
    routes.cardRange(range.id),
    routes.template('storytime'),
    routes.template('survey'),
    '/no-such-page',
  ];
}
