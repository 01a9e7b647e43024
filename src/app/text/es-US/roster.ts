// Lo que se lee en la lista de asistentes: a quién se espera y quién está.

import type { roster as english } from '../en-US/roster.ts';
import { formatting } from './formatting.ts';

const { number } = formatting;

export const roster: typeof english = {
  tab: 'Lista',
  title: 'Lista de asistentes',
  reading: 'Leyendo la lista',
  list: 'Personas que se esperan',
  emptyTitle: 'No se espera a nadie por su nombre',
  emptyText: 'Aquí aparece quien se inscribe en esta sesión o se preparó para ella con su clase. Con un toque se marca que está presente.',
  here: (here, all) => `${number(here)} de ${number(all)} presentes`,
  locked: 'Los nombres están sellados. Desbloquee para buscar por nombre o tarjeta; la lista de abajo no nombra a nadie.',
  lockedInitials: 'Los nombres están sellados. Desbloquee para buscar por nombre o tarjeta; abajo hay iniciales o un número, y la hora.',
  person: (place) => `N.º ${number(place)}`,
  initials: (letters, place) => `${letters} (${number(place)})`,
  prepared: 'Preparada',
  preparedBy: (partner) => `Preparada por ${partner}`,
  search: 'Nombre o tarjeta',
  searchHint: 'Escriba parte de un nombre o escanee una tarjeta de la biblioteca.',
  found: (count) => (count === 1 ? '1 persona encontrada' : `${number(count)} personas encontradas`),
  noneFoundTitle: 'No se encontró a nadie',
  noneFoundText: 'Pruebe con menos letras. Puede agregar a quien no se inscribió antes.',
  unknownCard: (card) => `Nadie en esta lista tiene la tarjeta ${card}.`,
  mark: (who) => `Presente: ${who}`,
  markShort: 'Presente',
  isHere: 'Está aquí',
  isHereNow: (who) => `${who} está aquí.`,
  undo: (who) => `Deshacer: ${who} está aquí`,
  undoShort: 'Deshacer',
  undone: (who) => `${who} ya no figura como presente.`,
  giveCard: 'Tarjeta',
  giveCardTo: (who) => `Tarjeta para ${who}`,
  cardOf: (who) => `Tarjeta de la biblioteca: ${who}`,
  walkIn: 'Agregar a alguien que llegó sin inscribirse',
  notStarted: 'Inicie la sesión para marcar quién está.',
  count: (people) =>
    people === 1 ? 'Sumar a la asistencia a 1 persona presente' : `Sumar a la asistencia a ${number(people)} personas presentes`,
  countTitle: 'Sumar a la asistencia',
  countText: 'Se suman a las personas contadas hasta ahora. No las sume si ya las contó con los botones.',
  countBand: 'Grupo de edad',
  countConfirm: (people, band) => `Sumar ${number(people)}, ${band}`,
  counted: (people) => (people === 1 ? 'Se sumó 1 persona a la asistencia.' : `Se sumaron ${number(people)} personas a la asistencia.`),
  allCounted: 'Todas las personas presentes ya forman parte de la asistencia.',
  twiceTitle: (people) =>
    people === 1 ? '1 persona está dos veces en la asistencia' : `${number(people)} personas están dos veces en la asistencia`,
  twiceText: 'Dos dispositivos las sumaron sin saber uno del otro. Deshaga una de las dos entradas en Asistencia.',
  checkedIn: 'Marcados como presentes',
};
