// What a person reads while importing titles into the catalogue.

import type { Text } from '../text.ts';
import { formatting } from './formatting.ts';

const { number } = formatting;

export const titles: Text['titles'] = {
  title: 'Enpòte tit',
  text: 'Yon lis tit pou katalòg la. Si ou enpòte menm fichye a ankò, anyen pa chanje, epi sa anplwaye yo te chanje rete.',
  choose: 'Chwazi yon fichye',
  helpTitle: 'Ki fichye li li',
  help: 'CSV ki gen yon kolòn “title”; li li tou: author, ISBN, EAN oswa UPC, barcode, type, language, topic, ages. Dosye MARC 21 (.mrc) ak MARCXML, jan sistèm bibliyotèk yo bay yo.',
  sample: 'Anrejistre yon fichye egzanp',
  sampleName: 'wayside-tit-egzanp.csv',
  tooLarge: (most) => `Fichye sa a pi gwo pase ${most}. Fè plizyè ak li.`,
  added: () => 'tit pou ajoute',
  changed: 'pou mete ajou',
  unchanged: 'ki la deja, san chanjman',
  badLabel: () => 'nou pa ka sèvi ak yo',
  bad: (count) => `Nou pa ka sèvi ak ${count === 1 ? '1 liy oswa dosye' : `${number(count)} liy oswa dosye`}`,
  badText: 'Yo rete deyò; nou enpòte tout lòt yo.',
  badMore: (count) => `Ak ${number(count)} lòt. Anrejistre lis la pou wè yo tout.`,
  badFile: 'tit-pou-korije.csv',
  place: 'Liy oswa dosye',
  reasons: {
    'no-title': 'Li pa gen tit.',
    'too-long': 'Tit la oswa non otè a twò long.',
    columns: 'Liy lan gen plis kaz pase fichye a gen kolòn.',
    unreadable: 'Dosye a gate, nou pa ka li l.',
  },
  nothing: 'Nou pa ka sèvi ak anyen nan fichye sa a.',
  confirm: (count) => (count === 1 ? 'Enpòte 1 tit' : `Enpòte ${number(count)} tit`),
  done: (count) =>
    count === 1 ? '1 tit anrejistre sou aparèy sa a, li pral voye.' : `${number(count)} tit anrejistre sou aparèy sa a, yo pral voye.`,
  see: 'Wè katalòg la',
  undone: 'Enpòtasyon an defèt.',
  putAway: (count) => `Nou mete ${count === 1 ? '1 tit' : `${number(count)} tit`} nan achiv. Menm fichye a ap fè yo tounen.`,
  asBefore: (count) => `${count === 1 ? '1 tit' : `${number(count)} tit`} jan l te ye anvan enpòtasyon an.`,
  kept: (count) => `${count === 1 ? '1 tit' : `${number(count)} tit`} rete: yo te chanje oswa sèvi depi lè sa a.`,
};
