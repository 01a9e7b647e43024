// What staff read at the desk, where sign-ups are followed up, in Haitian Creole.

import type { LikenessReason } from '../../../domain/duplicates.ts';
import type { FollowUpState } from '../../../domain/sign-up.ts';
import type { followUp as english } from '../en-US/follow-up.ts';
import { formatting } from './formatting.ts';
import { patronFile } from './patron-file.ts';

const { number } = formatting;

const states: Readonly<Record<FollowUpState, string>> = {
  new: 'Nouvo',
  needs_information: 'Manke enfòmasyon',
  entered: 'Antre nan sistèm bibliyotèk la',
  done: 'Fini',
  declined: 'Refize',
};

const reasons: Readonly<Record<LikenessReason, string>> = {
  'name-same': 'Menm non an',
  'name-order': 'Menm non an, nan yon lòt lòd',
  'name-spelling': 'De non ki diferan pa yon sèl lèt',
  'name-part': 'Youn nan non yo gen yon mo anplis',
  'name-short-form': 'Youn nan non yo ka fòm kout lòt la',
  'name-unlike': 'Non ki pa sanble, petèt yon ti non, petèt marasa',
  'birth-date': 'menm dat nesans',
  'birth-date-typo': 'dat nesans ki diferan pa yon ti erè',
  guardian: 'menm paran oswa responsab',
  phone: 'menm telefòn',
  email: 'menm imel',
  session: 'nan menm sesyon an',
};

export const followUp: typeof english = {
  title: 'Swivi',
  settingsHint: 'Enskripsyon tout sesyon yo: tcheke, konplete, remèt',
  reading: 'Ap li enskripsyon yo',
  readingHow: (done, all) => `${number(done)} sou ${number(all)} sesyon`,
  opening: 'Ap louvri enfòmasyon ki sele yo',
  openingHow: (done, all) => `${number(done)} sou ${number(all)}`,
  openingMayLeave: 'Pandan tan sa a ou ka sèvi ak yon lòt fenèt; sa ap kontinye.',
  emptyTitle: 'Poko gen anyen pou swiv',
  emptyText: 'Enskripsyon ki pran nan sesyon yo vini isit la, soti nan tout aparèy, lè yo anvwaye.',
  toSessions: 'Ale nan sesyon yo',
  lockedText: 'Debloke pou w wè ki moun ki enskri. Sa ki louvri rete nan memwa paj sa a, epi li disparèt lè li bloke.',
  lockedTwice: 'Debloke pou w konpare moun ki petèt enskri de fwa.',
  lockedAgain: 'Bloke. Pa rete anyen sou ekran sa a nan sa ki te louvri.',
  leavingTitle: (count: number): string => `${number(count)} enskripsyon pral soti byento sou aparèy yo`,
  leavingText: (first: string): string =>
    `Yo poko regle. Apati ${first}, premye a p ap ka louvri ankò sou okenn biwo: sesyon ki gen enskripsyon ki poko regle rete yon ane sou aparèy yo, epi yon mwa apre yo efase enfòmasyon yo. Mete pi ansyen yo an premye, epi make chak kòm fini oswa refize.`,
  usePassphrase: 'Sèvi ak fraz sekrè a',
  count: (count) => `${number(count)} enskripsyon`,
  found: (found, all) => (found === all ? `${number(all)} enskripsyon` : `${number(found)} sou ${number(all)}`),
  states,
  stateOf: (state, count) => `${state}: ${number(count)}`,
  list: 'Enskripsyon',
  detail: 'Enskripsyon ou chwazi a',
  sealed: 'Enfòmasyon kontak yo sele',

  unopened: (count) => `${number(count)} enskripsyon pa louvri`,
  unknownKey: (count) =>
    `${number(count)} sele ak yon kle fraz sekrè sa a pa louvri. Bloke, epi debloke ak ansyen fraz sekrè a oswa ak fèy rekiperasyon li. Anyen pa pèdi: yo rete jan yo ye a.`,
  unreadable: (count) =>
    `${number(count)} gaste oswa se pou yon lòt dosye. Yo rete jan yo ye a. Avèti kowòdonatè ou a, epi mande fanmi an ankò si ou kapab.`,

  search: 'Chèche yon moun',
  searchHint: 'Non, paran, telefòn, imel, adrès oswa nimewo kat.',
  clearSearch: 'Vide rechèch la',
  filters: 'Filt',
  clearFilters: 'Montre tout ankò',
  state: 'Eta',
  current: 'Pou fè',
  everything: 'Tout',
  kind: 'Pou',
  session: 'Sesyon',
  site: 'Kote',
  language: 'Lang',
  day: 'Jou',
  any: 'Nenpòt',
  order: 'Lòd',
  orders: { newest: 'Pi nouvo an premye', oldest: 'Pi ansyen an premye', name: 'Dapre non', state: 'Dapre eta' },
  noneTitle: 'Nou pa jwenn pèsonn',
  noneText: 'Eseye ak mwens lèt, oswa retire filt yo.',

  select: (name) => `Chwazi ${name}`,
  selectAll: (count) => `Chwazi tout: ${number(count)}`,
  selected: (count) => `${number(count)} chwazi`,
  selectNone: 'Pa chwazi okenn',
  setSelected: 'Mete eta a sou',
  apply: 'Mete',
  applying: 'Ap anrejistre',
  saved: (count, state) => `${number(count)} enskripsyon: ${state}`,
  doneLater: (day) =>
    `Pwogram nan se ${day}. Jiska lè sa a moun sa a sou lis li, epi enskripsyon an poko ka fini: mete l sou “${states.entered}” pandan tan sa a.`,
  stillToCome: (count) => `${number(count)} enskripsyon se pou yon pwogram ki poko rive, yo poko fini`,
  undo: 'Defè',
  undone: 'Defèt',
  shortcuts: 'Touch: / pou chèche, J ak K pou pwochen an ak sa ki anvan an.',

  chooseOne: 'Chwazi yon enskripsyon',
  chooseOneText: 'Enfòmasyon li, istwa li ak sa ou ka fè avè l parèt isit la.',
  back: 'Tout enskripsyon yo',
  next: 'Pwochen',
  previous: 'Anvan',
  gone: 'Enskripsyon sa a pa nan lis la',
  goneText: 'Yo retire l, yo mete l ansanm ak yon lòt, oswa yo efase l.',
  takenIn: 'Pran nan',
  asked: 'Sa moun nan te mande',
  school: 'Lekòl',
  firstName: 'Prenon',
  lastName: 'Siyati',
  signature: 'Siyati ki ekri',
  signatureOf: 'Siyati paran an oswa responsab la',
  missing: 'Sa ki rete pou mande',
  missingHint: 'Li sele ak rès la.',
  missingEmpty: 'Ekri sa ou dwe mande.',
  saveMissing: 'Anrejistre kòm “Manke enfòmasyon”',
  setState: 'Eta',
  correct: 'Korije enfòmasyon yo',
  correctTitle: 'Korije enfòmasyon yo',
  saveCorrection: 'Anrejistre koreksyon an',
  nameMissing: 'Ekri yon non.',
  nameLong: 'Rakousi non an a 200 lèt.',

  versions: {
    title: 'Korije sou de aparèy',
    count: (count) => `${number(count)} enskripsyon korije sou de aparèy`,
    look: 'Konpare koreksyon yo',
    text: 'Okenn nan de aparèy yo pa t wè koreksyon lòt la. Chwazi ki enfòmasyon ki bon; lòt yo rete nan istwa a.',
    alike: 'Okenn nan de aparèy yo pa t wè koreksyon lòt la. Tou de di menm bagay.',
    counts: 'Se li ki konte kounye a',
    take: 'Sèvi ak sa yo',
    keep: 'Kite l jan l ye a',
    settled: 'Koreksyon yo regle',
  },

  history: 'Istwa',
  historyOf: {
    taken: 'Moun nan enskri',
    corrected: 'Enfòmasyon yo korije',
    merged: 'Mete ansanm ak yon lòt enskripsyon',
    unmerged: 'Yo separe yo ankò',
    apart: 'Separe ak yon enskripsyon ki sanble avè l',
  },
  by: (who, where) => (who === '' ? where : `${who}, ${where}`),
  takenBack: 'retire',
  mergedHere: (others) => `Mete ansanm ak ${others}.`,
  unmerge: 'Separe yo ankò',
  unmergeTitle: 'Separe yo ankò?',
  unmergeKeep: 'Kite yo ansanm',
  unmergeText: (count) =>
    count === 1
      ? 'Lòt la ap konte ankò, kòm yon enskripsyon apa. Sa a ap di sa l te di anvan, si yo pa te korije l depi lè sa a.'
      : 'Lòt yo ap konte ankò, chak kòm yon enskripsyon apa. Sa a ap di sa l te di anvan, si yo pa te korije l depi lè sa a.',
  unmerged: 'Yo se enskripsyon apa ankò',

  duplicates: 'Menm moun nan de fwa?',
  duplicatesFound: (count) => `Petèt ${number(count)} moun enskri de fwa`,
  duplicatesLook: 'Konpare yo',
  duplicatesSearching: 'Ap chèche moun ki la de fwa',
  duplicatesNone: 'Pèsonn pa la de fwa',
  duplicatesNoneText: 'Nou konpare non yo san aksan, san majiskil, san lòd, ansanm ak telefòn, imel, dat nesans ak paran.',
  duplicateHint: 'Petèt menm moun nan de fwa',
  group: (place, all) => `${number(place)} sou ${number(all)}`,
  sure: { high: 'Prèske sèten', middle: 'Sanble sa', low: 'Petèt' },
  reasons,
  differs: 'Diferan',
  stays: 'Sa a rete',
  empty: 'Anyen',
  merge: 'Fè yo tounen youn',
  merging: 'Ap mete yo ansanm',
  mergeTitle: 'Fè enskripsyon sa yo tounen youn?',
  mergeText: (count, name) =>
    `${name} rete, ak enfòmasyon ou chwazi yo. ${count === 1 ? 'Lòt la pa konte ankò, epi li rete nan istwa a.' : `${number(count)} lòt yo pa konte ankò, epi yo rete nan istwa a.`} Ou ka separe yo ankò nan istwa li.`,
  mergeBack: 'Gade ankò',
  merged: 'Yo tounen youn',
  keepBoth: 'Se moun diferan',
  keptBoth: 'Yo rete separe. Nou p ap mande ankò.',
  skip: 'Pita',

  file: patronFile,
};
