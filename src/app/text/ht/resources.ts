// What a person reads in the catalogue of resources.

import type { Text } from '../text.ts';
import { formatting } from './formatting.ts';

const { number } = formatting;

export const resources: Text['resources'] = {
  title: 'Resous',
  reading: 'Ap li resous yo',
  lead: 'Sa bibliyotèk la pote nan sesyon yo: liv, twous, papye pou bay, aparèy.',
  add: 'Ajoute yon resous',
  search: 'Chèche resous',
  searchHint: 'Tit oswa kòd ba',
  clear: 'Efase rechèch la',
  list: 'Resous',
  count: (count) => (count === 1 ? '1 resous' : `${number(count)} resous`),
  showArchived: 'Montre sa ki nan achiv yo tou',
  archived: 'Nan achiv',
  emptyTitle: 'Katalòg la vid',
  emptyText: 'Ajoute sa ki soti souvan. Apre sa, yon sèl touch ase pou bay li, epi li konte.',
  noneFoundTitle: 'Pa gen resous konsa',
  noneFoundText: 'Chèche yon lòt mo, oswa ajoute l.',
  newTitle: 'Nouvo resous',
  editTitle: 'Modifye resous la',
  name: 'Tit',
  nameHint: 'Jan anplwaye yo rele l, tankou “Ti sachè grenn”.',
  type: 'Ki kalite bagay li ye',
  barcode: 'Kòd ba',
  barcodeHint: 'Si li genyen youn. Eskane l ak kamera a, oswa tape l.',
  scan: 'Eskane kòd ba a',
  stopScan: 'Sispann eskane',
  putAway: 'Mete nan achiv',
  putAwayHint: 'Li pa parèt ankò nan distribisyon yo. Sa ki te note rete.',
  save: 'Anrejistre resous la',
  saving: 'Ap anrejistre',
  notSaved: 'Resous la pa anrejistre',
  nameMissing: 'Ekri yon tit.',
  nameTooLong: 'Fè tit la vin pi kout: 200 lèt pou pi plis.',
  sameBarcode: (title) => `“${title}” gen kòd ba sa a deja.`,
};
