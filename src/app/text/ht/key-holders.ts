// Sa yon moun li sou kiyès ki kenbe kle sele a: yon dezyèm moun, yon fraz sekrè yo bliye, yon nouvo kle.

import type { keyHolders as english } from '../en-US/key-holders.ts';
import { formatting } from './formatting.ts';

const { number } = formatting;

export const keyHolders: typeof english = {
  title: 'Kiyès ki ka louvri enskripsyon yo',
  made: (day) => `depi ${day}`,
  older: 'depi yo te fè kle a',
  two: 'Omwen de moun ta dwe ka louvri enskripsyon yo. Si sèl moun nan ale oswa li bliye, se fèy sekou a sèlman ki rete.',
  add: 'Ajoute yon dezyèm moun',
  addMore: 'Ajoute yon lòt moun',
  addTitle: 'Bay yon moun pwòp fraz sekrè pa l',
  addText: 'Moun nan chwazi l epi li ekri l isit la. Li louvri menm enskripsyon ak pa w la, ansyen kou nouvo.',
  yours: 'Yon fraz sekrè ki louvri kle a kounye a',
  theirs: 'Nouvo fraz sekrè a',
  theirHolder: 'Kiyès ki kenbe nouvo fraz sekrè a',
  save: 'Anrejistre fraz sekrè a',
  saving: 'N ap eseye epi n ap anrejistre',
  saved: (keys) =>
    keys === 1
      ? 'Anrejistre. Nou eseye nouvo fraz sekrè a, li louvri kle a.'
      : `Anrejistre. Nouvo fraz sekrè a louvri ${number(keys)} kle.`,
  missingYours: 'Ekri yon fraz sekrè ki louvri kle a.',
  remove: (holder) => `Retire ${holder}`,
  removeTitle: (holder) => `Retire ${holder}?`,
  removeText:
    'Fraz sekrè li pa louvri anyen ankò sou aparèy bibliyotèk la, depi chak aparèy fin livre. Men moun ki te kopye kle fèmen an anvan ka toujou louvri l ak fraz sa a.',
  removeThen: 'Si moun nan pa dwe ka louvri anyen nou pran apati kounye a, fè yon nouvo kle sele apre sa.',
  removeIt: 'Retire',
  keep: 'Kenbe',
  removed: (holder) => `Nou retire ${holder}.`,
  lastStays: 'Nou pa ka retire dènye fraz sekrè a. Ajoute yon lòt anvan.',

  fresh: 'Nouvo fraz sekrè',
  freshText: 'Fèy la louvri enskripsyon yo. Chwazi yon fraz sekrè pou pwochen fwa; ansyen an ap mache toujou si yon moun sonje l.',
  freshHolder: 'Kiyès ki kenbe l',

  rotate: 'Fè yon nouvo kle',
  rotateTitle: 'Yon nouvo kle sele',
  rotateText:
    'Lè yon moun ki te konnen fraz sekrè a ale, oswa lè fèy sekou a pèdi. Chak aparèy sele ak nouvo kle a apati pwochen livrezon li. Ansyen kle yo kontinye louvri sa ki te sele ak yo, ak ansyen fraz yo.',
  rotateBegin: 'Fè yon nouvo kle sele',
  rotateStop: 'Kenbe kle ki la a',
  rotated: 'Nouvo kle a anrejistre. Nouvo enskripsyon yo ap sele ak li apati pwochen livrezon chak aparèy.',
  old: (count) => (count === 1 ? '1 ansyen kle' : `${number(count)} ansyen kle`),
  oldText:
    'Enskripsyon yo louvri ak fraz sekrè epòk sa a. Pou louvri yo ak yon fraz jodi a, ajoute l kòm yon lòt moun: ekri ansyen fraz la anvan, answit fraz jodi a.',
  retiredSince: (day) => `Yo te sèvi ak li jiska ${day}`,
};
