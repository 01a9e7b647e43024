// What a person reads about delivery: where records are and what waits.

import type { Text } from '../text.ts';
import { formatting } from './formatting.ts';

const { number } = formatting;

const records = (count: number): string => (count === 1 ? '1 dosye' : `${number(count)} dosye`);

export const delivery: Text['delivery'] = {
  title: 'Anvwa',
  reading: 'Ap li kote anvwa a rive',
  onThisDevice: (count) => `${number(count)} sou aparèy sa a`,
  needAttention: (count) => `${number(count)} mande atansyon`,
  allDelivered: 'Tout sou sèvè a',
  allShort: 'Tout ale',
  nothingWaits: 'Poko gen anyen pou voye',
  lastDelivered: (clock) => `Dènye anvwa: ${clock}`,
  neverDelivered: 'Poko voye',

  answer: {
    all: 'Tout bagay sou sèvè a',
    allText: (count) => `${records(count)} ki soti sou aparèy sa a, chak ak resi pa l.`,
    nothing: 'Poko gen anyen ki note',
    nothingText: 'Sa ou note sou aparèy sa a konte isit la jiskaske sèvè a konfime l.',
    of: (delivered, total) => `${number(delivered)} sou ${number(total)}`,
    some: (delivered, total) => `${number(delivered)} nan ${number(total)} deja sou sèvè a`,
    someText: (waiting) => `${records(waiting)} an sekirite sou aparèy sa a epi ap tann yon rezo.`,
    attention: (count) => `${records(count)} mande atansyon`,
  },
  figures: { waiting: 'Sou aparèy sa a', delivered: 'Sou sèvè a', attention: 'Mande atansyon', parked: 'Sou kote' },
  oldest: (age) => `Sa ki pi ansyen an ap tann depi ${age}.`,
  oldestUnclear: 'Nou pa ka di depi kilè sa ki pi ansyen an ap tann: revèy aparèy sa a chanje.',
  now: 'Voye kounye a',
  delivering: 'Ap voye',
  stopped: 'Anvwa a pa sou mach',
  nextTry: (clock) => `L ap eseye ankò poukont li a ${clock}, epi kou gen rezo.`,
  nextTrySoon: 'L ap eseye ankò poukont li talè.',
  lastTryWorked: (when) => `Dènye esè ${when}: sèvè a reponn.`,
  lastTryFailed: (when) => `Dènye esè ${when}:`,
  noTryYet: 'Poko gen esè depi aplikasyon an louvri.',
  filling: 'Ap resevwa sesyon bibliyotèk la',
  fillingWords: (done, total) => (total === null ? number(done) : `${number(done)} sou ${number(total)}`),
  healing: 'Yo remete sèvè a apati yon kopi sovgad. Aparèy sa a ap remèt li sa li genyen.',
  revoked: 'Bibliyotèk la fini aksè aparèy sa a',
  revokedText: 'Sa ki sou aparèy sa a rete la. Dosye ki poko ale yo toujou rive sou sèvè a, ki kenbe yo apa pou kowòdonatè a.',

  attention: {
    title: 'Mande atansyon',
    text: 'Sèvè a kenbe sa yo apa epi li di poukisa. Anyen pa pèdi, e anyen lòt pa tann yo.',
    since: (when) => `Kenbe apa ${when}`,
    sendAgain: 'Voye ankò',
    sending: 'Ap voye',
    park: 'Mete sou kote',
    parking: 'Ap anrejistre',
    parkedTitle: 'Mete sou kote',
    parkedText: 'Yo wè yo epi yo mete yo sou kote. Yo rete sou aparèy sa a ak nan chak fichye sovtaj.',
    field: (field) => `Pati: ${field}`,
    unreadable: 'Yon dosye ki gen yon kalite ki pi nouvo',
    showText: 'Montre dosye a jan li te ale a',
    inSession: 'Louvri sesyon li',
  },

  storage: {
    title: 'Estokaj sou aparèy sa a',
    persisted: 'Pwoteje',
    persistedText: 'Navigatè a p ap efase sa Wayside sere poukont li.',
    notPersisted: 'Pa pwoteje',
    notPersistedText: 'Navigatè a ka efase l lè plas ap manke. Voye souvan, epi mande pwoteksyon.',
    unknown: 'Navigatè sa a pa di si estokaj la pwoteje. Voye souvan.',
    ask: 'Mande pwoteksyon',
    asking: 'Ap mande',
    refused: 'Navigatè a di non pou kounye a. Enstale Wayside sou ekran akèy la epi mande ankò.',
    used: (used, quota) => `${used} itilize sou ${quota}`,
    usedLabel: 'Plas ki itilize',
  },

  rescue: {
    title: 'Fichye sovtaj',
    text: 'Tout sa ki poko ale, nan yon sèl fichye ou ka pote sou yon lòt aparèy. Enfòmasyon kontak yo rete sele ladan l.',
    save: 'Anrejistre yon fichye sovtaj',
    saving: 'Ap ekri fichye a',
    saved: (count) => `Anrejistre ak ${records(count)}. Yo rete sou aparèy sa a tou.`,
    nothing: 'Tout bagay ale deja, kidonk pa gen anyen pou sove.',
    load: 'Pran yon fichye sovtaj',
    loading: 'Ap li fichye a',
    loaded: (added, known) =>
      `${records(added)} antre${known === 0 ? '' : `, ${number(known)} te la deja`}. Kounye a y ap ale soti sou aparèy sa a.`,
    again: 'Si ou pran menm fichye a de fwa, sa pa chanje anyen.',
  },

  kind: {
    'library.changed': 'Detay bibliyotèk la',
    'outlet.changed': 'Detay yon bibliyobis oswa yon filyal',
    'site.changed': 'Detay yon sit',
    'partner.changed': 'Detay yon patnè',
    'resource.changed': 'Detay yon resous',
    'staff.changed': 'Detay yon anplwaye',
    'device.changed': 'Detay yon aparèy',
    'sealing-key.changed': 'Kle pou sele',
    'key-wrap.changed': 'Mwayen pou louvri kle pou sele a',
    'session.changed': 'Detay yon sesyon',
    'attendance.counted': 'Prezans',
    'sign-up.taken': 'Enskripsyon',
    'sign-up.corrected': 'Koreksyon yon enskripsyon',
    'hand-out.given': 'Distribisyon, bay',
    'hand-out.lent': 'Distribisyon, prete',
    'hand-out.returned': 'Distribisyon, remèt',
    'hand-out.shown': 'Distribisyon, montre',
    'fact.voided': 'Yon nòt ki retire',
  },
};
