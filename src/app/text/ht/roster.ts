// Sa moun li sou lis la: kiyès n ap tann, kiyès ki la.

import type { roster as english } from '../en-US/roster.ts';
import { formatting } from './formatting.ts';

const { number } = formatting;

export const roster: typeof english = {
  tab: 'Lis',
  title: 'Lis moun yo',
  reading: 'N ap li lis la',
  list: 'Moun n ap tann',
  emptyTitle: 'Nou pa tann pèsonn ak non l',
  emptyText: 'Moun ki enskri pou seyans sa a, oswa ki prepare ak klas yo, ap parèt isit la. Yon sèl tap pou make yo la.',
  here: (here, all) => `${number(here)} sou ${number(all)} la`,
  locked: 'Non yo sele. Debloke yo pou chèche ak non oswa kat; lis ki anba a pa di non pèsonn.',
  lockedInitials: 'Non yo sele. Debloke yo pou chèche ak non oswa kat; anba a gen inisyal ak lè a, oswa yon nimewo.',
  person: (place) => `No. ${number(place)}`,
  initials: (letters, place) => `${letters} (${number(place)})`,
  prepared: 'Prepare',
  search: 'Non oswa kat',
  searchHint: 'Tape yon pati nan yon non, oswa eskane yon kat bibliyotèk.',
  found: (count) => (count === 1 ? 'Nou jwenn 1 moun' : `Nou jwenn ${number(count)} moun`),
  noneFoundTitle: 'Nou pa jwenn pèsonn',
  noneFoundText: 'Eseye ak mwens lèt. Ou ka ajoute yon moun ki pa t enskri anvan.',
  unknownCard: (card) => `Pèsonn sou lis sa a pa gen kat ${card}.`,
  mark: (who) => `La: ${who}`,
  markShort: 'La',
  isHere: 'Li la',
  isHereNow: (who) => `${who} la.`,
  undo: (who) => `Retire: ${who} la`,
  undoShort: 'Retire',
  undone: (who) => `${who} pa make ankò.`,
  giveCard: 'Kat',
  giveCardTo: (who) => `Kat pou ${who}`,
  cardOf: (who) => `Kat bibliyotèk: ${who}`,
  walkIn: 'Ajoute yon moun ki vini san enskri',
  notStarted: 'Kòmanse seyans la pou make kiyès ki la.',
  count: (people) => (people === 1 ? 'Ajoute 1 moun ki la nan prezans lan' : `Ajoute ${number(people)} moun ki la nan prezans lan`),
  countTitle: 'Ajoute nan prezans lan',
  countText: 'Y ap ajoute sou moun nou konte deja. Pa ajoute yo si ou te konte yo deja ak bouton yo.',
  countBand: 'Gwoup laj',
  countConfirm: (people, band) => `Ajoute ${number(people)}, ${band}`,
  counted: (people) => (people === 1 ? '1 moun ajoute nan prezans lan.' : `${number(people)} moun ajoute nan prezans lan.`),
  allCounted: 'Tout moun ki la deja nan prezans lan.',
  twiceTitle: (people) => (people === 1 ? '1 moun nan prezans lan de fwa' : `${number(people)} moun nan prezans lan de fwa`),
  twiceText: 'De aparèy ajoute yo san youn pa wè lòt. Retire youn nan de antre yo anba Prezans.',
  checkedIn: 'Make la',
};
