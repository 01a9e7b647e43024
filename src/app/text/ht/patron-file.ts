// What staff read while sign-ups leave as a file for the library system, in Haitian Creole.

import type { LeftOutReason, PatronDoubt } from '../../../domain/export/patrons.ts';
import type { patronFile as english } from '../en-US/patron-file.ts';
import { formatting } from './formatting.ts';

const { number } = formatting;

const n = (count: number): string => `${number(count)} enskripsyon`;

const reasons: Readonly<Record<LeftOutReason, string>> = {
  closed: 'Li pa louvri ak okenn kle ki louvri isit la',
  'no-name': 'Pa gen non',
  'no-card': 'Pa gen nimewo kat: Evergreen pa pran pèsonn ki pa gen youn',
  'no-birth-date': 'Pa gen dat nesans: Evergreen pa pran yon liy konsa',
};

const doubts: Readonly<Record<PatronDoubt, string>> = {
  'no-card': 'Pa gen nimewo kat',
  'card-twice': 'Yon lòt enskripsyon gen menm nimewo kat la',
  'card-long': 'Nimewo kat la twò long pou Koha, ki pran 32 lèt ak chif',
  'name-divided': 'Non an te ekri nan yon sèl moso, li separe apre premye mo a',
  apostrophe: 'Evergreen ka ekri apostwòf la de fwa: gade l apre enpòtasyon an',
};

export const patronFile: typeof english = {
  title: 'Fichye pou sistèm bibliyotèk la',
  locked: 'Debloke pou w anrejistre enskripsyon yo nan yon fichye pou sistèm bibliyotèk la.',
  clear: 'Moun ka li non yo nan fichye a',
  clearText:
    'Li fèt sou aparèy sa a epi li pa ale okenn kote. Anrejistre l kote se ou menm sèl ki ka li l, epi efase l apre enpòtasyon an.',
  kind: 'Ki enskripsyon?',
  format: 'Ki fichye?',
  plain: 'Tablo ak tout enfòmasyon yo',
  hints: {
    koha: 'Pou Tools, Import patrons nan Koha (CSV)',
    evergreen: 'Pou patron_loader.pl (CSV)',
    plain: 'Pou yon fèy kalkil, oswa pou w kopye alamen (CSV)',
  },
  branch: 'Kòd filyal la (branchcode)',
  category: 'Kategori itilizatè a (categorycode)',
  kohaCodes: 'Jiska 10 lèt oswa chif, jan l ye nan Koha. Kite l vid pou w chwazi l lè w ap enpòte nan Koha.',
  codeLong: 'Fè li vin pi kout: 10 lèt oswa chif pou pi plis, Koha pa pran plis pase sa.',
  profile: 'Gwoup pèmisyon (profile)',
  homeLibrary: 'Bibliyotèk moun nan, non kout li (home_library)',
  evergreenCodes: 'Jan l ye nan Evergreen. Kite l vid pou w bay li lè w ap chaje fichye a.',
  withAsked: (count) => `Ajoute ${number(count)} ki manke enfòmasyon`,
  withAskedHint: 'Gen yon bagay ki rete pou mande. Lè li make kòm antre, anyen p ap fè w sonje sa.',
  inFile: (count) => `Nan fichye a: ${n(count)}`,
  leftOut: (count) => `Rete deyò: ${n(count)}`,
  reasons,
  doubts,
  command: 'Pou chaje fichye a, egzekite kòmand sa a sou sèvè Evergreen nan:',
  accents: 'Gen lèt ak aksan ladan l',
  accentsText: 'Si pa gen “-CSD” nan kòmand sa a, Evergreen sote chak liy ki gen yon lèt konsa, epi li pa di sa.',
  nothing: 'Pa gen pèsonn pou yon fichye',
  nothingText: 'Nan enskripsyon sa yo, pa gen youn ki rete pou antre.',
  onlyAsked: 'Sa ki rete pou antre yo manke enfòmasyon. Pou mete yo nan fichye a kanmenm, make ti kare ki anwo a.',
  save: (count) => `Anrejistre yon fichye ${n(count)}`,
  saved: (count) => `Fichye a anrejistre, ak ${n(count)}`,
  name: (day) => `enskripsyon-${day}`,
  last: 'Dènye fichye a',
  lastSaved: (when, count) => `${when}, ak ${n(count)}.`,
  lastText: 'Enpòte l epi gade si tout bagay byen pase. Apre sa make yo isit la, epi efase fichye a.',
  mark: (count) =>
    count === 1 ? 'Make 1 sa a kòm antre nan sistèm bibliyotèk la' : `Make ${number(count)} sa yo kòm antre nan sistèm bibliyotèk la`,
  marked: (count) => `Ladan l, ${n(count)} make kòm antre.`,
};
