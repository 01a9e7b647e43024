// Pwoblèm okenn premye ekran pa ka rankontre, ak mo (problems.ts gen lòt yo).

import type { Rest } from '../text.ts';

const nothingLost = 'Tout sa ki anrejistre sou aparèy sa a toujou la.';
const nothingSaved = 'Anyen pa chanje. Sa ou te tape a toujou sou ekran an.';
const nothingImported = 'Anyen pa enpòte.';
const sealedKept = 'Dosye sele a rete jan li te rive a.';
const askCoordinator = 'Mande kowòdonatè ou a gade sa.';
const still = 'Dosye yo toujou sou aparèy ki te fè yo a.';
const kept = `Sa ki te resevwa a rete isit la jan li te rive a. ${still}`;

export const moreProblems: Rest['moreProblems'] = {
  'part-missing': {
    happened: 'Yon pati nan Wayside ki nesesè pou sa poko sou aparèy sa a.',
    safe: 'Anyen pa chanje. Sa ou te ekri a toujou sou ekran an.',
    next: 'Konekte ak yon rezo pandan yon minit ak Wayside louvri, epi eseye ankò.',
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
  'not-signed-in': { happened: 'Ou poko antre ak yon kont.', safe: nothingLost, next: 'Antre ak kont kowòdonatè a.' },
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
  'class-closed': {
    happened: 'Nou pa pran demann pou sesyon sa a ankò: li kòmanse, li chanje oswa li anile, oswa yo pa pataje l avè w ankò.',
    safe: 'Anyen pa voye.',
    next: 'Mande bibliyotèk la. Ou ka toujou enskri timoun yo jou a menm.',
  },
  'class-full': {
    happened: 'Sa depase kantite ki ka prepare: 60 demann pou yon sesyon, 500 nan yon jou.',
    safe: 'Anyen pa voye.',
    next: 'Fè lis la pi kout, oswa mande bibliyotèk la.',
  },
  'sealing-key-changed': {
    happened: 'Bibliyotèk la fèk chanje kle ki sèvi pou sele non yo.',
    safe: 'Anyen pa voye.',
    next: 'Voye ankò: se nouvo kle a k ap sèvi.',
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
  'file-type-refused': {
    happened: 'Wayside pa ka montre fichye kalite sa a.',
    safe: 'Anyen pa chanje.',
    next: 'Anrejistre l kòm PDF, PNG, JPEG, MP3, MP4 oswa paj entènèt nan yon sèl fichye, epi chwazi l ankò.',
  },
  'file-too-large': {
    happened: 'Fichye sa a pi gwo pase sa sèvè ou a aksepte.',
    safe: 'Anyen pa chanje.',
    next: 'Chwazi youn ki pi piti, oswa mande moun ki okipe sèvè a pou l monte limit la.',
  },
  'file-damaged': {
    happened: 'Yon fichye rive domaje.',
    safe: nothingLost,
    next: 'N ap chache l ankò. Si sa pa ede, chwazi fichye a ankò.',
  },
  'file-room-short': {
    happened: 'Plas ki pèmèt pou fichye sou aparèy sa a fini.',
    safe: nothingLost,
    next: 'Retire fichye ou pa bezwen isit la ankò, oswa pèmèt plis plas.',
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
