// What Today and a session's own screen say of sessions, in the first load. What comes later is in session-steps.ts, counting in attendance.ts.

import type { Text } from '../text.ts';

export const sessions: Text['sessions'] = {
  title: 'Sesyon',
  one: 'Sesyon',
  reading: 'Ap li sesyon yo',
  readingOne: 'Ap li sesyon an',
  notHereTitle: 'Sesyon sa a pa sou aparèy sa a',
  notHereText: 'Li ka pi ansyen pase sa aparèy sa a kenbe, oswa li poko rive. Ak kòd li ou ka ede konte touswit; detay li yo ap vini apre.',
  joinWithThis: 'Antre ak kòd sa a',
  joined: 'Sesyon ak plizyè aparèy',
  unknownTitle: 'Detay yo ap vini apre',
  unknownText:
    'Aparèy sa a antre ak yon kòd. Sa ou konte isit la rete epi li ajoute nan sesyon an; non li ak kote li ap rive ak pwochen anvwa a.',
  tabs: { label: 'Pati sesyon sa a', attendance: 'Konte', signUps: 'Enskripsyon', handOuts: 'Distribisyon', notes: 'Nòt' },
  status: {
    planned: (when) => (when === '' ? 'Planifye' : `Planifye, ${when}`),
    open: (clock) => `Louvri depi ${clock}`,
    openUnsaid: 'Louvri',
    closed: (clock) => `Fini a ${clock}`,
    closedUnsaid: 'Fini',
    canceled: 'Anile',
  },
  start: 'Kòmanse sesyon an',
  starting: 'Ap kòmanse',
  startedJustNow: (clock) => `Li kòmanse a ${clock}.`,
  undoStart: 'Defè kòmansman an',
  finish: 'Fini',
  finishSession: 'Fini sesyon an',
  reopen: 'Relouvri sesyon an',
  reopening: 'Ap relouvri',
  share: 'Pataje',
  details: 'Detay',
  download: 'Telechaje an CSV',
  downloading: 'Ap ekri fichye a',
  cancelSession: 'Anile sesyon an',
  cancelTitle: 'Anile sesyon sa a?',
  cancelText: 'Li rete nan lis la kòm sesyon ki anile, ak tout sa ki te note ladan l. Ou ka defè sa.',
  cancelKeep: 'Kite l',
  more: 'Plis',
  notSaved: 'Sa pa anrejistre',
};
