// Sa yon moun li kote ki pa gen rezo: voye bay yon lòt aparèy, resevwa, ak sa aparèy la pote pou lòt.

import type { Rest } from '../text.ts';
import { formatting } from './formatting.ts';

const { number } = formatting;
const records = (count: number): string => (count === 1 ? '1 dosye' : `${number(count)} dosye`);

export const parcels: Rest['parcels'] = {
  title: 'San rezo',
  text: 'Yon lòt aparèy bibliyotèk la ka pote bay sèvè a sa ki poko voye isit la. Li pa ka li yo ni chanje yo.',
  unsent: (count) => `${records(count)} poko voye.`,
  nothing: 'Pa gen anyen ki rete pou voye isit la.',
  toTitle: 'Voye depi sou aparèy sa a',
  showCodes: 'Montre kòd',
  saveFile: 'Anrejistre yon fichye',
  shareFile: 'Pataje fichye a',
  sealing: 'Ap sele',
  saved: (count) => `Anrejistre ak ${records(count)}, sele. Yo rete sou aparèy sa a tou.`,
  shared: (count) => `Pase ak ${records(count)}, sele. Yo rete sou aparèy sa a tou.`,
  savedOpen: (count) => `Anrejistre ak ${records(count)}. Fichye sa a pa sele.`,
  savedOpenText:
    'Aparèy sa a poko gen kle sèvè a, kidonk li ekri yon fichye sovtaj jan yo te konn fè anvan. Nenpòt moun ki gen fichye a ka li kantite ak tit ladan l. Enfòmasyon pou kontakte moun yo rete sele. Kenbe l byen, epi efase l lè yon lòt aparèy fin pran l.',
  fromTitle: 'Resevwa nan men yon lòt aparèy',
  scanCodes: 'Eskane kòd',
  takeFile: 'Pran yon fichye',
  taking: 'Ap verifye',
  taken: (added, known) =>
    added === 0
      ? `Pa gen anyen nouvo: ${records(known)} te la deja.`
      : `${records(added)} antre${known === 0 ? '' : `, ${number(known)} te la deja`}.`,
  takenText: 'Aparèy sa a ap pote yo bay sèvè a pwochen fwa l ap voye. Li pa ka li yo.',
  takenOpenText: 'Kounye a y ap ale soti sou aparèy sa a.',
  damaged: 'Tout pa t antye. Sa ki te antye antre; voye rès la ankò.',

  carriedTitle: 'Sa aparèy sa a pote pou lòt aparèy',
  carriedText: 'Yo sele. Yo kite aparèy sa a lè sèvè a konfime li resevwa yo.',
  carriedFrom: (count, name) => `${records(count)} ki soti nan ${name}`,
  unknownDevice: 'yon aparèy yo pa konnen isit la',
  takenAt: (moment) => `Resevwa ${moment}`,
  onTheWay: 'L ap ale ak pwochen anvwa a',
  refused: 'Sèvè a pa aksepte l',
  bringAgain: 'Eseye ankò',
  trying: 'Ap eseye',
  giveUp: 'Retire',
  giveUpTitle: 'Retire sa aparèy sa a pote?',
  giveUpText: (count) => `Si lòt aparèy la pèdi, se ka sèl kopi ${count === 1 ? 'dosye sa a' : `${number(count)} dosye sa yo`} ki rete.`,
  keep: 'Kenbe l',
  removing: 'Ap retire',

  show: {
    title: 'Montre kòd',
    reading: 'Ap sele sa ki poko voye',
    lead: (count) => `${records(count)}, sele.`,
    how: 'Sou lòt aparèy la, louvri Anvwa epi chwazi «Eskane kòd». Kenbe kamera li pou tout kòd la ranpli foto a. Monte limyè ekran sa a.',
    calm: 'Foto a chanje senk fwa chak segonn. Gade yon lòt kote si sa deranje w, oswa mete l an poz.',
    calmSlow: 'Foto a chanje anviwon de fwa chak segonn.',
    start: 'Kòmanse',
    pause: 'Poz',
    goOn: 'Kontinye',
    picture: 'Kòd pou lòt aparèy la',
    step: (shown, once) =>
      shown < once ? `${number(shown)} sou ${number(once)} montre` : 'Tout parèt yon fwa. L ap kontinye jiskaske lòt aparèy la di li fini.',
    size: 'Gwosè ti kare yo',
    sizes: { plain: 'Fen, pi vit', coarse: 'Gwo, pou yon kamera fèb oswa anpil solèy' },
    tooMuch: 'Sa twòp pou kòd',
    tooMuchText: 'Sa t ap pran plizyè minit. Anrejistre yon fichye pito, epi pase l ak yon kab, yon kat oswa bouton pataje a.',
    done: 'Tounen nan Anvwa',
  },
  scan: {
    title: 'Eskane kòd',
    how: 'Sou lòt aparèy la, louvri Anvwa epi chwazi «Montre kòd». Kenbe kamera sa a pou tout kòd la ranpli kad la, epi pa bouje.',
    aim: 'Ap chèche kòd',
    still: 'Pa bouje',
    progress: 'Sa ki antre deja',
    percent: (part) => `${number(Math.floor(part * 100))} %`,
    doneTitle: 'Tout antre',
    doneText: 'Lòt aparèy la ka rete kounye a.',
    again: 'Eskane yon lòt aparèy',
    noCamera: 'Pa gen kamera ki ka sèvi isit la. Pran yon fichye pito.',
    refused: 'Kamera a pa otorize pou Wayside. Otorize l nan paramèt navigatè a, oswa pran yon fichye.',
    cannotDecode: 'Pati ki li kòd yo poko sou aparèy sa a. L ap rive ak pwochen rezo a; pran yon fichye pito.',
    inUse: 'Yon lòt aplikasyon ap sèvi ak kamera a, oswa li sispann. Fèmen lòt aplikasyon an epi eseye ankò, oswa pran yon fichye.',
  },
};
