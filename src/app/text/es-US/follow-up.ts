// What staff read at the desk, where sign-ups are followed up, in Spanish.

import type { LikenessReason } from '../../../domain/duplicates.ts';
import type { FollowUpState } from '../../../domain/sign-up.ts';
import type { followUp as english } from '../en-US/follow-up.ts';
import { formatting } from './formatting.ts';
import { patronFile } from './patron-file.ts';

const { number } = formatting;

const n = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${number(count)} ${many}`);

const states: Readonly<Record<FollowUpState, string>> = {
  new: 'Nueva',
  needs_information: 'Falta información',
  entered: 'Ingresada en el sistema de la biblioteca',
  done: 'Terminada',
  declined: 'Rechazada',
};

const reasons: Readonly<Record<LikenessReason, string>> = {
  'name-same': 'El mismo nombre',
  'name-order': 'El mismo nombre, en otro orden',
  'name-spelling': 'Nombres con una letra de diferencia',
  'name-part': 'Un nombre tiene una parte más',
  'name-short-form': 'Un nombre puede ser la forma corta del otro',
  'name-unlike': 'Nombres que no se parecen, tal vez un apodo, tal vez gemelos',
  'birth-date': 'la misma fecha de nacimiento',
  'birth-date-typo': 'fechas de nacimiento que difieren por un descuido',
  guardian: 'la misma madre, padre o persona a cargo',
  phone: 'el mismo teléfono',
  email: 'el mismo correo electrónico',
  session: 'en la misma sesión',
};

export const followUp: typeof english = {
  title: 'Seguimiento',
  settingsHint: 'Inscripciones de todas las sesiones: revisar, completar, entregar',
  reading: 'Leyendo las inscripciones',
  readingHow: (done, all) => `${number(done)} de ${n(all, 'sesión', 'sesiones')}`,
  opening: 'Abriendo los datos sellados',
  openingHow: (done, all) => `${number(done)} de ${number(all)}`,
  openingMayLeave: 'Mientras tanto puede usar otra ventana; esto sigue.',
  emptyTitle: 'Aún no hay nada que seguir',
  emptyText: 'Aquí llegan las inscripciones tomadas en las sesiones, de todos los dispositivos, a medida que se envían.',
  toSessions: 'Ir a las sesiones',
  lockedText: 'Desbloquee para ver quién se inscribió. Lo que se abre queda en la memoria de esta página, y desaparece cuando se bloquea.',
  lockedTwice: 'Desbloquee para comparar a las personas que tal vez se inscribieron dos veces.',
  lockedAgain: 'Bloqueado. En esta pantalla no queda nada de lo que se abrió.',
  leavingTitle: (count: number): string =>
    count === 1 ? '1 inscripción saldrá pronto de los dispositivos' : `${number(count)} inscripciones saldrán pronto de los dispositivos`,
  leavingText: (first: string): string =>
    `Aún están pendientes. A partir del ${first}, la primera ya no se podrá abrir en ningún escritorio: las sesiones con inscripciones pendientes quedan un año en los dispositivos, y un mes después se borran sus datos. Ordene por las más antiguas y marque cada una como terminada o rechazada.`,
  usePassphrase: 'Usar la frase de contraseña',
  count: (count) => n(count, 'inscripción', 'inscripciones'),
  found: (found, all) => (found === all ? n(all, 'inscripción', 'inscripciones') : `${number(found)} de ${number(all)}`),
  states,
  stateOf: (state, count) => `${state}: ${number(count)}`,
  list: 'Inscripciones',
  detail: 'La inscripción elegida',
  sealed: 'Datos de contacto sellados',

  unopened: (count) => (count === 1 ? '1 inscripción no se abre' : `${number(count)} inscripciones no se abren`),
  unknownKey: (count) =>
    `${n(count, 'está sellada', 'están selladas')} con una clave que esta frase no abre. Bloquee, y desbloquee con la frase anterior o con su hoja de recuperación. No se pierde nada: quedan como están.`,
  unreadable: (count) =>
    `${n(count, 'está dañada o pertenece', 'están dañadas o pertenecen')} a otro registro. Se conservan como están. Avise a la coordinación y, si puede, pregunte otra vez a la familia.`,

  search: 'Buscar a una persona',
  searchHint: 'Nombre, madre o padre, teléfono, correo, dirección o número de tarjeta.',
  clearSearch: 'Vaciar la búsqueda',
  filters: 'Filtros',
  clearFilters: 'Mostrar todo otra vez',
  state: 'Estado',
  current: 'Por hacer',
  everything: 'Todas',
  kind: 'Para',
  session: 'Sesión',
  site: 'Lugar',
  language: 'Idioma',
  day: 'Día',
  any: 'Cualquiera',
  order: 'Orden',
  orders: { newest: 'Más recientes primero', oldest: 'Más antiguas primero', name: 'Por nombre', state: 'Por estado' },
  noneTitle: 'No se encontró a nadie',
  noneText: 'Pruebe con menos letras, o quite los filtros.',

  select: (name) => `Elegir ${name}`,
  selectAll: (count) => `Elegir todas: ${number(count)}`,
  selected: (count) => n(count, 'elegida', 'elegidas'),
  selectNone: 'No elegir ninguna',
  setSelected: 'Cambiar el estado a',
  apply: 'Cambiar',
  applying: 'Guardando',
  saved: (count, state) => `${n(count, 'inscripción', 'inscripciones')}: ${state}`,
  doneLater: (day) =>
    `El programa es el ${day}. Hasta entonces esta persona está en su lista y la inscripción no está terminada: póngala mientras tanto en «${states.entered}».`,
  stillToCome: (count) => `${n(count, 'inscripción', 'inscripciones')} sin cambios: el programa aún no llega`,
  undo: 'Deshacer',
  undone: 'Deshecho',
  shortcuts: 'Teclas: / para buscar, J y K para la siguiente y la anterior.',

  chooseOne: 'Elija una inscripción',
  chooseOneText: 'Aquí aparecen sus datos, su historial y lo que se puede hacer con ella.',
  back: 'Todas las inscripciones',
  next: 'Siguiente',
  previous: 'Anterior',
  gone: 'Esta inscripción no está en la lista',
  goneText: 'Se anuló, se unió con otra o se borró.',
  takenIn: 'Tomada en',
  asked: 'Lo que se pidió',
  school: 'Escuela',
  firstName: 'Nombre',
  lastName: 'Apellido',
  signature: 'Firma',
  signatureOf: 'Firma de la madre, el padre o la persona a cargo',
  missing: 'Falta preguntar',
  missingHint: 'Se sella con lo demás.',
  missingEmpty: 'Anote lo que hay que preguntar.',
  saveMissing: 'Guardar como «Falta información»',
  setState: 'Estado',
  correct: 'Corregir los datos',
  correctTitle: 'Corregir los datos',
  saveCorrection: 'Guardar la corrección',
  nameMissing: 'Escriba un nombre.',
  nameLong: 'Acorte el nombre a 200 letras.',

  versions: {
    title: 'Corregida en dos dispositivos',
    count: (count) => `${n(count, 'inscripción se corrigió', 'inscripciones se corrigieron')} en dos dispositivos`,
    look: 'Comparar las correcciones',
    text: 'Ningún dispositivo había visto la corrección del otro. Elija qué dato es el correcto; los demás quedan en el historial.',
    alike: 'Ningún dispositivo había visto la corrección del otro. Las dos dicen lo mismo.',
    counts: 'Vale ahora',
    take: 'Usar estos',
    keep: 'Dejar como está',
    settled: 'Se eligió entre las correcciones',
  },

  history: 'Historial',
  historyOf: {
    taken: 'Se inscribió',
    corrected: 'Datos corregidos',
    merged: 'Unida con otra inscripción',
    unmerged: 'Unión anulada',
    apart: 'Separada de una inscripción parecida',
  },
  by: (who, where) => (who === '' ? where : `${who}, ${where}`),
  takenBack: 'anulado',
  mergedHere: (others) => `Unida con ${others}.`,
  unmerge: 'Anular la unión',
  unmergeTitle: '¿Anular esta unión?',
  unmergeKeep: 'Dejarlas unidas',
  unmergeText: (count) =>
    count === 1
      ? 'La otra cuenta otra vez, como una inscripción propia. Esta dice otra vez lo que decía antes, si no se corrigió desde entonces.'
      : 'Las otras cuentan otra vez, cada una como una inscripción propia. Esta dice otra vez lo que decía antes, si no se corrigió desde entonces.',
  unmerged: 'Otra vez son inscripciones aparte',

  duplicates: '¿La misma persona dos veces?',
  duplicatesFound: (count) =>
    count === 1 ? 'Tal vez 1 persona se inscribió dos veces' : `Tal vez ${number(count)} personas se inscribieron dos veces`,
  duplicatesLook: 'Compararlas',
  duplicatesSearching: 'Buscando a personas que están dos veces',
  duplicatesNone: 'Nadie está dos veces',
  duplicatesNoneText:
    'Los nombres se compararon sin acentos, mayúsculas ni orden, junto con teléfono, correo, fecha de nacimiento y madre o padre.',
  duplicateHint: 'Tal vez la misma persona dos veces',
  group: (place, all) => `${number(place)} de ${number(all)}`,
  sure: { high: 'Muy probable', middle: 'Probable', low: 'Tal vez' },
  reasons,
  differs: 'Diferente',
  stays: 'Esta se queda',
  empty: 'Nada',
  merge: 'Unirlas en una',
  merging: 'Uniéndolas',
  mergeTitle: '¿Unir estas inscripciones en una?',
  mergeText: (count, name) =>
    `${name} se queda, con los datos que eligió. ${count === 1 ? 'La otra ya no cuenta, y queda en el historial.' : `Las otras ${number(count)} ya no cuentan, y quedan en el historial.`} Puede anular la unión en su historial.`,
  mergeBack: 'Mirar otra vez',
  merged: 'Unidas en una',
  keepBoth: 'Son personas distintas',
  keptBoth: 'Quedan separadas. No se vuelve a preguntar.',
  skip: 'Más tarde',

  file: patronFile,
};
