// Sa yon moun li lè l ap efase enfòmasyon yon moun, ak nan lis sa ki efase yo.

import type { erasing as english } from '../en-US/erasing.ts';
import { formatting } from './formatting.ts';

const { number } = formatting;

export const erasing: typeof english = {
  title: 'Enfòmasyon ki efase',
  hint: 'Kiyès yo efase sou demann, ak ki aparèy ki konfime sa',
  text: 'Enfòmasyon kontak ki efase paske yon moun te mande sa. Pa gen okenn non ki rete isit la, sèlman nimewo dosye.',
  list: 'Sa ki efase',
  loading: 'N ap mande sèvè a',
  empty: 'Anyen poko efase sou demann',
  emptyText: 'Pou efase enfòmasyon yon moun, louvri enskripsyon li nan Swivi epi chwazi « Efase enfòmasyon moun sa a ».',
  notYours: 'Yon kowòdonatè ka wè lis sa a.',

  erase: 'Efase enfòmasyon moun sa a',
  eraseText: 'Si moun nan mande sa. Sa bezwen sèvè a.',
  askTitle: 'Efase enfòmasyon sa yo toupatou?',
  askText: (kind, name) =>
    `${kind}${name === '' ? '' : `, ${name}`}. Non, telefòn, adrès ak tout lòt bagay yo te ekri ap efase sou sèvè a ak sou chak aparèy nan pwochen livrezon li.`,
  askStays: 'Sa ki rete se yon chif nan total yo, san non.',
  askOnly: 'Sèlman enskripsyon sa a. Nan Swivi w ap jwenn lòt enskripsyon menm moun nan.',
  go: 'Kontinye',
  keep: 'Kenbe enfòmasyon yo',
  againTitle: 'Pèsòn pa ka fè yo tounen. Efase kounye a?',
  againText: 'Ni fraz sekrè a, ni fèy sekou a, ni yon kopi sekirite.',
  eraseNow: 'Efase pou tout tan',
  erasing: 'N ap efase',
  notErased: 'Anyen pa efase',

  person: {
    looking: 'N ap chèche lòt enskripsyon menm moun nan',
    which: 'Ki enskripsyon k ap efase?',
    whichHint: 'Se sèlman sa ki sèten ki chwazi. Mande moun nan pou lòt yo.',
    thisOne: 'sa ki louvri a',
    merged: 'yo te mete l ansanm ak sa a',
    family: 'yo te ranpli l ansanm ak sa a',
    none: 'Pa gen lòt enskripsyon sou aparèy sa a ki sanble ak moun sa a.',
    notOpened: (count) => `${number(count)} enskripsyon pa louvri ak fraz sekrè sa a, nou pa konpare yo.`,
    goes: 'Sa ki ale: non, telefòn, adrès, nimewo kat ak tout lòt bagay yo te ekri, ak tout koreksyon. Sou sèvè a, ak sou chak aparèy nan pwochen anvwa li.',
    stays: 'Sa ki rete: chif yo. Sa ki te konte ap kontinye konte nan total yo, san non.',
    loans:
      'Si yo te ekri yon nimewo kat ansanm ak yon prè, li rete sele ak prè sa a. Li efase 46 jou apre sa yo te prete a tounen, oswa apre kantite jou bibliyotèk la chwazi a si yo plis.',
    eraseCount: (count) => `Efase ${number(count)} enskripsyon`,
    askTitle: (count) => `Efase ${number(count)} enskripsyon pou tout tan?`,
    askText: 'Pèsòn pa ka fè enfòmasyon yo tounen.',
    doneText: (at) => `Sa fèt sou sèvè a: ${at}. Chak aparèy ap efase pa l nan pwochen anvwa li.`,
    proofText: (numbers) => `Depi kounye a ou ka wè prèv la nan Reglaj, Enfòmasyon ki efase: nimewo ${numbers}.`,
    seeProof: 'Wè prèv la',
    leftTitle: (count) => `Pa gen konfimasyon ke ${number(count)} enskripsyon efase`,
    leftText: 'Ou ka eseye ankò: anyen pa efase de fwa. Pandan tan sa a yo rete jan yo ye a.',
    eraseRest: 'Eseye ankò ak sa yo',
  },

  entry: (signUps) => (signUps === 1 ? '1 enskripsyon efase' : `${number(signUps)} enskripsyon efase`),
  again: 'Efase ankò apre yo te remete yon ansyen kopi sekirite',
  by: {
    account: (name) => `${name} fè sa`,
    device: (name) => `Aparèy ${name} fè sa`,
    command: 'Yon kòmand sou sèvè a fè sa',
    server: 'Sèvè a fè sa',
    gone: 'Yon kont oswa yon aparèy ki pa la ankò fè sa',
  },
  number: (sequence) => `Nimewo ${number(sequence)}`,
  allConfirmed: (count) => (count === 1 ? 'Sèl aparèy la konfime sa' : `Tout ${number(count)} aparèy yo konfime sa`),
  confirmed: (done, all) => `${number(done)} nan ${number(all)} aparèy konfime sa`,
  waiting: (names) => `Poko: ${names}. Y ap efase pa yo nan pwochen livrezon yo.`,
  revoked: (names) => `Pa enskri ankò: ${names}. Yo pa ka konfime. Sa yo genyen an sele, epi nou p ap janm reprann li.`,
  backups:
    'Kopi sekirite ki te fèt anvan sa gen enfòmasyon sele yo toujou jiskaske ou efase kopi sa yo. Si ou remete youn, enfòmasyon yo pa tounen.',
  ids: (count) => (count === 1 ? '1 dosye' : `${number(count)} dosye`),
  print: 'Enprime prèv la',
  save: 'Anrejistre prèv la',
  proof: {
    title: 'Prèv ki montre enfòmasyon yo efase',
    library: 'Bibliyotèk',
    at: 'Efase',
    records: 'Dosye ki pa la ankò',
    confirmed: 'Aparèy ki konfime sa',
    open: 'Aparèy ki poko konfime sa',
    revoked: 'Aparèy ki pa enskri ankò',
    none: 'Okenn',
  },
};
