// Pwoblèm okenn premye ekran pa ka rankontre, ak mo (problems.ts gen lòt yo).

import type { Rest } from '../text.ts';

const still = 'Dosye yo toujou sou aparèy ki te fè yo a.';
const kept = `Sa ki te resevwa a rete isit la jan li te rive a. ${still}`;

export const moreProblems: Rest['moreProblems'] = {
  'parcel-keys-missing': {
    happened: 'Aparèy sa a poko janm konekte ak sèvè a depi Wayside ka voye san rezo; li poko ka sele yon pake.',
    safe: 'Tout sa ki anrejistre sou aparèy sa a toujou la.',
    next: 'Anrejistre yon fichye sovtaj pito, oswa voye yon fwa ak yon rezo.',
  },
  'parcel-unreadable': {
    happened: 'Sa ki te resevwa a pa antye.',
    safe: still,
    next: 'Voye li ankò depi sou aparèy sa a, ak kòd oswa ak yon nouvo fichye.',
  },
  'parcel-altered': {
    happened: 'Yo chanje yon pake apre yo te fin fè li. Yo pa sèvi avè l.',
    safe: still,
    next: 'Voye li ankò depi sou aparèy sa a. Si sa rive ankò, di kowòdonatè a sa.',
  },
  'parcel-other-library': {
    happened: 'Pake sa a se pou yon lòt bibliyotèk.',
    safe: still,
    next: 'Pote li sou yon aparèy bibliyotèk sa a.',
  },
  'parcel-maker-unknown': {
    happened: 'Sèvè a pa konnen aparèy ki te fè pake sa a.',
    safe: kept,
    next: 'Kite aparèy sa a voye dosye yo poukont li, oswa mande kowòdonatè a.',
  },
  'parcel-key-unknown': {
    happened: 'Sèvè a pèdi kle yo te sele pake sa a avè l.',
    safe: kept,
    next: 'Kenbe pake sa a epi pale ak ekip enfòmatik bibliyotèk la: kle a nan kopi sekirite yo. Kite lòt aparèy la voye dosye yo poukont li.',
  },
};
