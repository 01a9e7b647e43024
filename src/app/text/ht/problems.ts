// Every problem code in words: what happened, what is safe, what to do next. The code itself is shown beside them.

import type { First } from '../text.ts';

const nothingLost = 'Tout sa ki anrejistre sou aparèy sa a toujou la.';
const nothingSaved = 'Anyen pa chanje. Sa ou te tape a toujou sou ekran an.';
const heldSafe = 'Dosye a an sekirite: li sou aparèy sa a, epi sèvè a kenbe l apa.';
const askCoordinator = 'Mande kowòdonatè ou a gade sa.';
const openAgain = 'Fèmen Wayside epi louvri l ankò pou gen vèsyon ki pi nouvo a.';
const triesAgain = 'Wayside ap eseye ankò poukont li.';

export const problems: First['problems'] = {
  'input-invalid': {
    happened: 'Gen yon bagay ki ekri nou pa ka sèvi avè l.',
    safe: nothingSaved,
    next: 'Korije chan ki make yo epi eseye ankò.',
  },
  'storage-full': {
    happened: 'Pa gen plas ankò sou aparèy sa a.',
    safe: nothingSaved,
    next: 'Fè plas sou aparèy la, epi anrejistre ankò.',
  },
  'storage-unavailable': {
    happened: 'Aparèy sa a pa kite Wayside sere anyen.',
    safe: nothingSaved,
    next: 'Fèmen lòt onglè Wayside yo, soti nan navigasyon prive, epi eseye ankò.',
  },
  'storage-timeout': {
    happened: 'Anrejistreman an te pran twòp tan epi li kanpe.',
    safe: nothingSaved,
    next: 'Eseye ankò. Si sa kontinye, etenn aparèy la epi limen l ankò.',
  },
  'storage-newer': { happened: 'Yo te sèvi ak yon vèsyon Wayside ki pi nouvo sou aparèy sa a.', safe: nothingLost, next: openAgain },
  'storage-blocked': { happened: 'Yon lòt onglè Wayside ap kenbe done yo.', safe: nothingLost, next: 'Fèmen lòt onglè Wayside yo.' },
  'server-unreachable': {
    happened: 'Nou pa ka jwenn sèvè bibliyotèk la.',
    safe: nothingLost,
    next: `Kontinye travay. ${triesAgain}`,
  },
  'server-answer-unreadable': {
    happened: 'Se yon lòt bagay ki reponn, se pa sèvè bibliyotèk la.',
    safe: nothingLost,
    next: `Si rezo sa a gen yon paj pou antre, louvri l nan navigatè a. ${triesAgain}`,
  },
  'server-busy': { happened: 'Sèvè a okipe.', safe: nothingLost, next: triesAgain },
  'server-failed': {
    happened: 'Sèvè a te gen yon pàn.',
    safe: nothingLost,
    next: `${triesAgain} Si sa kontinye, pale ak ekip enfòmatik bibliyotèk la.`,
  },
  'request-unreadable': { happened: 'Sèvè a pa t ka li demann lan.', safe: nothingLost, next: 'Eseye ankò.' },
  'request-too-large': {
    happened: 'Demann lan te twò gwo pou sèvè a.',
    safe: nothingLost,
    next: 'Wayside ap voye moso ki pi piti poukont li.',
  },
  'request-invalid': { happened: 'Sèvè a pa t ka sèvi ak sa ki te ale a.', safe: nothingSaved, next: 'Tcheke chan yo epi eseye ankò.' },
  'route-unknown': { happened: 'Sèvè a pa konnen demann sa a.', safe: nothingLost, next: openAgain },
  'method-not-allowed': { happened: 'Sèvè a pa konnen demann sa a.', safe: nothingLost, next: openAgain },
  'protocol-unsupported': { happened: 'Vèsyon Wayside sa a ak sèvè a pa konprann youn lòt.', safe: nothingLost, next: openAgain },
  'origin-refused': {
    happened: 'Sèvè a refize yon demann ki soti nan yon lòt adrès.',
    safe: nothingLost,
    next: 'Louvri Wayside nan adrès bibliyotèk ou a te ba ou a.',
  },
  'rate-limited': { happened: 'Twòp esè nan ti moman.', safe: nothingLost, next: 'Tann yon ti kras, epi eseye ankò.' },
  'not-enrolled': {
    happened: 'Aparèy sa a pa lye ak bibliyotèk la.',
    safe: nothingLost,
    next: 'Mande kowòdonatè ou a yon kòd pou lye aparèy la.',
  },
  'device-revoked': {
    happened: 'Bibliyotèk la fini aksè aparèy sa a.',
    safe: `${nothingLost} Sa ki poko ale toujou rive sou sèvè a, ki kenbe l apa.`,
    next: 'Mande kowòdonatè ou a lye l ankò.',
  },
  'library-mismatch': {
    happened: 'Aparèy sa a gen travay yon lòt bibliyotèk.',
    safe: nothingLost,
    next: 'Voye travay sa a, oswa anrejistre yon fichye sovtaj, anvan ou antre nan yon lòt bibliyotèk.',
  },
  'not-allowed': { happened: 'Wòl ou pa gen dwa fè sa.', safe: nothingSaved, next: askCoordinator },
  'not-found': { happened: 'Li pa la ankò.', safe: nothingLost, next: 'Tounen epi gade ankò.' },
  'fact-unreadable': { happened: 'Sèvè a pa t ka li dosye sa a.', safe: heldSafe, next: askCoordinator },
  'fact-invalid': { happened: 'Sèvè a pa ka sèvi ak dosye sa a jan li ye a.', safe: heldSafe, next: askCoordinator },
  'fact-hash-mismatch': { happened: 'Dosye sa a te gate nan wout.', safe: heldSafe, next: 'Voye l ankò.' },
  'fact-id-taken': { happened: 'Yon lòt dosye gen menm nimewo a.', safe: heldSafe, next: askCoordinator },
  'fact-kind-unknown': {
    happened: 'Sèvè a pi ansyen pase aplikasyon sa a epi li poko konnen kalite dosye sa a.',
    safe: heldSafe,
    next: 'Voye l ankò lè sèvè a ajou.',
  },
  'fact-not-allowed': { happened: 'Wòl aparèy sa a pa gen dwa voye kalite dosye sa a.', safe: heldSafe, next: askCoordinator },
  'fact-too-large': {
    happened: 'Dosye sa a twò gwo pou sèvè a.',
    safe: 'Dosye a an sekirite sou aparèy sa a.',
    next: askCoordinator,
  },
  'fact-other-library': { happened: 'Dosye sa a se pou yon lòt bibliyotèk.', safe: heldSafe, next: askCoordinator },
  'fact-erased': { happened: 'Dosye sa a te efase paske yo te mande sa.', safe: 'Li rete efase toupatou.', next: 'Pa gen anyen pou fè.' },
  'fact-from-revoked-device': {
    happened: 'Aksè aparèy sa a te fini anvan dosye a rive.',
    safe: heldSafe,
    next: 'Mande kowòdonatè ou a lye aparèy la ankò.',
  },
  'sealing-key-missing': {
    happened: 'Aparèy sa a pa gen kle pou sele, kidonk nou pa ka pwoteje enskripsyon yo.',
    safe: nothingSaved,
    next: 'Konekte yon fwa ak sèvè a. Si sa rete konsa, mande kowòdonatè ou a fè kle pou sele a.',
  },
  'pin-wrong': { happened: 'PIN sa a pa bon.', safe: nothingLost, next: 'Verifye li, epi tape li ankò.' },
  'pin-wait': {
    happened: 'Te gen plizyè PIN ki pa bon.',
    safe: nothingLost,
    next: 'Tann yon ti moman, epi tape PIN nan ankò.',
  },
  bug: {
    happened: 'Gen yon bagay ki pa mache nan Wayside.',
    safe: nothingLost,
    next: 'Louvri ekran an ankò. Si sa rive ankò, pale ak ekip enfòmatik bibliyotèk la.',
  },
};
