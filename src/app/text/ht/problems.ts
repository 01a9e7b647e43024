// Every problem code in words: what happened, what is safe, what to do next. The code itself is shown beside them.

import type { First } from '../text.ts';

const nothingLost = 'Tout sa ki anrejistre sou aparèy sa a toujou la.';
const nothingSaved = 'Anyen pa chanje. Sa ou te tape a toujou sou ekran an.';
const nothingImported = 'Anyen pa enpòte.';
const heldSafe = 'Dosye a an sekirite: li sou aparèy sa a, epi sèvè a kenbe l apa.';
const sealedKept = 'Dosye sele a rete jan li te rive a.';
const askCoordinator = 'Mande kowòdonatè ou a gade sa.';
const openAgain = 'Fèmen Wayside epi louvri l ankò pou gen vèsyon ki pi nouvo a.';
const triesAgain = 'Wayside ap eseye ankò poukont li.';

export const problems: First['problems'] = {
  'input-invalid': {
    happened: 'Gen yon bagay ki ekri nou pa ka sèvi avè l.',
    safe: nothingSaved,
    next: 'Korije chan ki make yo epi eseye ankò.',
  },
  'csv-unreadable': {
    happened: 'Nou pa t ka li fichye sa a tankou yon tablo.',
    safe: nothingImported,
    next: 'Anrejistre l an CSV epi eseye ankò.',
  },
  'csv-columns-missing': {
    happened: 'Gen kolòn nesesè ki manke nan fichye a.',
    safe: nothingImported,
    next: 'Ajoute kolòn ki nan lis anba a epi eseye ankò.',
  },
  'calendar-unreadable': {
    happened: 'Nou pa t ka li sa a tankou yon kalandriye.',
    safe: nothingImported,
    next: 'Anrejistre l an iCalendar (.ics) epi eseye ankò.',
  },
  'feed-refused': {
    happened: 'Sèvè a pa al chèche nan adrès sa a.',
    safe: nothingImported,
    next: 'Tcheke adrès la, oswa chwazi kalandriye a tankou yon fichye.',
  },
  'feed-unreachable': {
    happened: 'Kalandriye a pa reponn.',
    safe: nothingImported,
    next: 'Tcheke adrès la, oswa eseye pita.',
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
  'not-signed-in': { happened: 'Ou poko antre ak yon kont.', safe: nothingLost, next: 'Antre ak kont kowòdonatè a.' },
  'not-allowed': { happened: 'Wòl ou pa gen dwa fè sa.', safe: nothingSaved, next: askCoordinator },
  'sign-in-failed': { happened: 'Imèl la oswa modpas la pa bon.', safe: nothingSaved, next: 'Tcheke tou de epi eseye ankò.' },
  'code-unknown': {
    happened: 'Sèvè a pa konnen kòd sa a.',
    safe: nothingSaved,
    next: 'Tcheke chak lèt, oswa mande yon nouvo kòd.',
  },
  'code-expired': { happened: 'Kòd sa a twò ansyen. Kòd yo bon pou 10 minit.', safe: nothingSaved, next: 'Mande yon nouvo kòd.' },
  'code-used': {
    happened: 'Kòd sa a sèvi deja. Chak kòd lye yon sèl aparèy.',
    safe: nothingSaved,
    next: 'Mande yon nouvo kòd.',
  },
  'already-set-up': {
    happened: 'Gen yon bibliyotèk sou sèvè sa a deja.',
    safe: nothingSaved,
    next: 'Antre kòm kowòdonatè li, oswa lye aparèy sa a ak yon kòd.',
  },
  'setup-code-needed': {
    happened: 'Kòd enstalasyon an manke oswa li pa bon.',
    safe: nothingSaved,
    next: 'Sèvi ak adrès sèvè a te bay lè li te kòmanse a.',
  },
  'not-found': { happened: 'Li pa la ankò.', safe: nothingLost, next: 'Tounen epi gade ankò.' },
  'last-coordinator': {
    happened: 'Sa a se dènye aparèy kowòdonatè a.',
    safe: nothingSaved,
    next: 'Antre sou yon lòt aparèy anvan.',
  },
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
  'passphrase-wrong': {
    happened: 'Fraz sekrè sa a pa louvri kle a.',
    safe: nothingLost,
    next: 'Tcheke majiskil ak espas yo, oswa sèvi ak fèy rekiperasyon an.',
  },
  'passphrase-weak': { happened: 'Fraz sekrè sa a twò kout.', safe: nothingSaved, next: 'Mete omwen kat mo oswa 14 karaktè.' },
  'recovery-key-wrong': {
    happened: 'Kle rekiperasyon sa a pa bon.',
    safe: nothingLost,
    next: 'Konpare chak gwoup ak fèy enprime a.',
  },
  'seal-unreadable': { happened: 'Enskripsyon sa a pa ka louvri: li chanje oswa li gate.', safe: sealedKept, next: askCoordinator },
  'seal-key-unknown': {
    happened: 'Enskripsyon sa a te sele ak yon kle ki pa louvri isit la.',
    safe: sealedKept,
    next: 'Debloke ak fraz sekrè kle sa a.',
  },
  'cards-used-up': {
    happened: 'Tout nimewo kat nan seri sa a fin itilize.',
    safe: nothingSaved,
    next: 'Chwazi yon lòt seri, oswa tape nimewo yon kat.',
  },
  'cards-taken-meanwhile': {
    happened: 'Nimewo kat sa a fèk bay nan yon lòt onglè.',
    safe: nothingSaved,
    next: 'Eseye ankò: w ap jwenn nimewo ki vin apre a.',
  },
  'pin-wrong': { happened: 'PIN sa a pa bon.', safe: nothingLost, next: 'Verifye li, epi tape li ankò.' },
  'pin-wait': {
    happened: 'Te gen plizyè PIN ki pa bon.',
    safe: nothingLost,
    next: 'Tann yon ti moman, epi tape PIN nan ankò.',
  },
  'rescue-file-unreadable': {
    happened: 'Fichye sovtaj sa a pa antye.',
    safe: nothingImported,
    next: 'Kopye fichye a ankò soti sou aparèy ki te ekri l la.',
  },
  'rescue-file-other-library': {
    happened: 'Fichye sovtaj sa a se pou yon lòt bibliyotèk.',
    safe: nothingImported,
    next: 'Pote l sou yon aparèy bibliyotèk sa a.',
  },
  bug: {
    happened: 'Gen yon bagay ki pa mache nan Wayside.',
    safe: nothingLost,
    next: 'Louvri ekran an ankò. Si sa rive ankò, pale ak ekip enfòmatik bibliyotèk la.',
  },
};
