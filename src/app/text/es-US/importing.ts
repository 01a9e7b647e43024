// What a person reads while importing stops: choosing a file, what is in it, rows that cannot be used, and what changed.
// The columns of the file keep their English names: they are what stands in its first line.

import type { Text } from '../text.ts';
import { formatting } from './formatting.ts';

const { number } = formatting;

const n = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${number(count)} ${many}`);
const sitesOf = (count: number): string => n(count, 'sitio', 'sitios');
const sessionsOf = (count: number): string => n(count, 'sesión', 'sesiones');

export const importing: Text['importing'] = {
  title: 'Importar paradas',
  text: 'Un horario de paradas se convierte en sitios y en sesiones para las próximas semanas. Importar otra vez el mismo archivo no cambia nada.',
  choose: 'Elegir un archivo CSV',
  chooseOther: 'Elegir otro archivo',
  drop: 'o suéltelo aquí',
  dropNow: 'Suelte el archivo para leerlo',
  columnsTitle: 'Qué columnas necesita',
  columnsText:
    'La primera línea da los nombres de las columnas: organisation, stop, geox, geoy, day, arrival, departure, frequency, start y end. Las celdas pueden estar vacías, menos stop, arrival y departure. También se usan, si están: mobile, route, community, address, postcode y exceptions.',
  sampleDownload: 'Guardar un archivo de muestra',
  sampleName: 'wayside-paradas-muestra.csv',
  file: 'Archivo',
  fileSize: (name, size) => `${name}, ${size}`,
  tooLarge: (most) => `Este archivo pasa de ${most}. Un horario de paradas es mucho más pequeño; compruebe que sea el archivo correcto.`,
  reading: 'Leyendo el archivo',
  weeks: 'Cuántas semanas por delante',
  weeksHint: 'De 1 a 17. Más adelante se pueden agregar otras semanas con el mismo archivo.',
  weeksMissing: 'Escriba un número de semanas de 1 a 17.',
  fewer: 'Una semana menos',
  more: 'Una semana más',
  outlet: 'Qué bibliobús o sucursal va allí',
  noOutlet: 'Sin indicar',
  preview: 'Lo que trae el archivo',
  sitesLabel: (count) => (count === 1 ? 'sitio por guardar' : 'sitios por guardar'),
  sessionsLabel: (count) => (count === 1 ? 'sesión por guardar' : 'sesiones por guardar'),
  unchangedLabel: 'ya estaban, sin cambios',
  badLabel: (count) => (count === 1 ? 'fila no se puede usar' : 'filas no se pueden usar'),
  noDays: 'Ninguna parada de este archivo cae en estas semanas.',
  gone: (count) =>
    count === 1
      ? '1 sesión planeada ya no está en este horario. No le pasa nada; cancélela si no tendrá lugar.'
      : `${number(count)} sesiones planeadas ya no están en este horario. No les pasa nada; cancele las que no tendrán lugar.`,
  dates: (text, day) => `Fechas: ${text} se lee como ${day}, porque otras fechas de este archivo solo se pueden leer así.`,
  datesAssumed: (text, day) =>
    `Fechas: ${text} se lee como ${day}, con el mes primero. Nada en este archivo dice qué número es el mes; si el día va primero, escriba las fechas como 2026-09-17.`,
  mobiles: {
    title: 'Bibliobuses que nombra el archivo',
    matched: (mobile, outlet) => `«${mobile}» en el archivo es ${outlet}.`,
    chosen: (mobile, outlet) => `Ningún bibliobús ni sucursal se llama «${mobile}»: sus paradas quedan con ${outlet}.`,
    none: (mobile) => `Ningún bibliobús ni sucursal se llama «${mobile}»: sus paradas quedan sin indicar.`,
    more: (count) => `Y ${number(count)} más.`,
    kept: 'Lo que ya está planeado conserva su bibliobús o sucursal.',
  },
  badRows: (count) => n(count, 'fila no se puede usar', 'filas no se pueden usar'),
  badRowsText: 'Se dejan fuera. Las demás filas se importan; corrija estas en el archivo e impórtelo de nuevo cuando quiera.',
  reasons: {
    missing: (column) => `No hay nada anotado en «${column}».`,
    year: (column) => `El año en «${column}» tiene dos cifras. Escriba las cuatro, como 2026.`,
    date: (column) => `«${column}» no es una fecha como 2026-09-17.`,
    time: (column) => `«${column}» no es una hora como 14:30.`,
    'time-order': () => 'Termina antes de empezar.',
    day: () => 'El día no es ninguno de Monday a Sunday.',
    coordinates: (column) => `«${column}» no es un lugar en un mapa.`,
    frequency: () => 'La frecuencia no se puede leer. Se escribe como FREQ=WEEKLY;INTERVAL=2.',
    'too-long': (column) => `«${column}» es demasiado largo.`,
    duplicate: (line) => `La misma parada ya está en la línea ${line}.`,
    columns: () => 'La fila tiene más celdas que columnas el archivo.',
  },
  columnsMissing: (columns) => `A este archivo le falta: ${columns}.`,
  line: 'Línea',
  reason: 'Motivo',
  downloadBadRows: 'Guardar la lista como CSV',
  badRowsFile: 'filas-por-corregir.csv',
  badRowsMore: (count) => `Y ${n(count, 'fila más', 'filas más')}. Guarde la lista para verlas todas.`,
  confirm: (sites, sessions) => `Importar ${sitesOf(sites)} y ${sessionsOf(sessions)}`,
  confirmSessions: (sessions) => `Importar ${sessionsOf(sessions)}`,
  working: 'Importando',
  workingWords: (done, total) => `${number(done)} de ${number(total)}`,
  leave: 'Puede salir de esta página; el trabajo continúa.',
  doneTitle: 'Importado',
  doneText: (sites, sessions) => `Guardado en este dispositivo: ${sitesOf(sites)} y ${sessionsOf(sessions)}. Falta el envío.`,
  nothingNewTitle: 'Nada que cambiar',
  nothingNewText: (count) => `Todo lo de este archivo ya estaba aquí: ${n(count, 'registro', 'registros')}, sin cambios.`,
  nothingUsable: 'No se puede usar ninguna fila de este archivo.',
  seeSessions: 'Ver las sesiones',
  seeSites: 'Ver los sitios',
  importAnother: 'Importar otro archivo',
  stopped: 'No se guardó todo',
  stoppedText: 'Lo que ya se hizo se queda y no se hace dos veces: el mismo botón sigue desde donde se detuvo.',
  undo: 'Deshacer esta importación',
  undoing: 'Deshaciendo',
  last: {
    title: 'Importaciones de los últimos 30 días en este dispositivo',
    unnamed: 'Sin nombre',
    meta: (when, records) => `${when}, ${n(records, 'registro', 'registros')}`,
    takeBack: 'Deshacer…',
    takeBackOf: (name) => `Deshacer… ${name}`,
    askTitle: (name) => `¿Deshacer ${name}?`,
    askText:
      'Lo que agregó se cancela o se archiva, y lo que cambió vuelve a ser lo que era. Queda lo que alguien empezó, cambió o usó desde entonces.',
    keep: 'Dejarla como está',
  },
  undone: 'La importación se deshizo. Quedan las sesiones que entretanto empezaron o cambiaron.',
};
