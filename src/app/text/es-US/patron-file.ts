// What staff read while sign-ups leave as a file for the library system, in Spanish.

import type { LeftOutReason, PatronDoubt } from '../../../domain/export/patrons.ts';
import type { patronFile as english } from '../en-US/patron-file.ts';
import { formatting } from './formatting.ts';

const { number } = formatting;

const n = (count: number): string => (count === 1 ? '1 inscripción' : `${number(count)} inscripciones`);

const reasons: Readonly<Record<LeftOutReason, string>> = {
  closed: 'No se abre con ninguna clave que esté abierta aquí',
  'no-name': 'Sin nombre',
  'no-card': 'Sin número de tarjeta: Evergreen no acepta a nadie sin uno',
  'no-birth-date': 'Sin fecha de nacimiento: Evergreen no acepta una línea así',
};

const doubts: Readonly<Record<PatronDoubt, string>> = {
  'no-card': 'Sin número de tarjeta',
  'card-twice': 'Otra inscripción tiene el mismo número de tarjeta',
  'card-long': 'El número de tarjeta es demasiado largo para Koha, que admite 32 letras y dígitos',
  'name-divided': 'El nombre se escribió junto y se divide después de la primera palabra',
  apostrophe: 'Evergreen puede escribir el apóstrofo dos veces: revíselo después de importar',
};

export const patronFile: typeof english = {
  title: 'Archivo para el sistema de la biblioteca',
  locked: 'Desbloquee para guardar las inscripciones en un archivo para el sistema de la biblioteca.',
  clear: 'El archivo contiene nombres sin sellar',
  clearText:
    'Se hace en este dispositivo y no se envía a ninguna parte. Guárdelo donde solo usted pueda leerlo, y bórrelo después de importarlo.',
  kind: '¿Qué inscripciones?',
  format: '¿Qué archivo?',
  plain: 'Tabla con todos los datos',
  hints: {
    koha: 'Para Herramientas, Importar usuarios (CSV)',
    evergreen: 'Para patron_loader.pl (CSV)',
    plain: 'Para una hoja de cálculo, o para copiar a mano (CSV)',
  },
  branch: 'Código de la sucursal (branchcode)',
  category: 'Categoría de usuario (categorycode)',
  kohaCodes: 'Hasta 10 caracteres, como en Koha. Déjelo vacío para elegirlo al importar en Koha.',
  codeLong: 'Acórtelo a 10 caracteres, lo más que acepta Koha.',
  profile: 'Grupo de permisos (profile)',
  homeLibrary: 'Biblioteca de origen, su nombre corto (home_library)',
  evergreenCodes: 'Como en Evergreen. Déjelo vacío para indicarlo al cargar el archivo.',
  withAsked: (count) =>
    count === 1 ? 'También 1 a la que le falta información' : `También ${number(count)} a las que les falta información`,
  withAskedHint: 'Todavía hay que preguntar algo. Cuando esté marcada como ingresada, nada se lo recordará.',
  inFile: (count) => `En el archivo: ${n(count)}`,
  leftOut: (count) => `Quedan fuera: ${n(count)}`,
  reasons,
  doubts,
  command: 'Para cargar el archivo, ejecute esto en el servidor de Evergreen:',
  accents: 'Contiene letras con acentos',
  accentsText: 'Sin «-CSD» en ese comando, Evergreen omite cada línea que tenga una letra así, y no lo dice.',
  nothing: 'No hay nadie para un archivo',
  nothingText: 'De estas inscripciones no falta ingresar ninguna.',
  onlyAsked:
    'A las que faltan por ingresar les falta información. Para incluirlas de todos modos en el archivo, marque la casilla de arriba.',
  save: (count) => `Guardar un archivo de ${n(count)}`,
  saved: (count) => `El archivo está guardado, con ${n(count)}`,
  name: (day) => `inscripciones-${day}`,
  last: 'El último archivo',
  lastSaved: (when, count) => `${when}, con ${n(count)}.`,
  lastText: 'Impórtelo y compruebe que salió bien. Después márquelas aquí, y borre el archivo.',
  mark: (count) =>
    count === 1
      ? 'Marcar esta 1 como ingresada en el sistema de la biblioteca'
      : `Marcar estas ${number(count)} como ingresadas en el sistema de la biblioteca`,
  marked: (count) => `De él, ${n(count)} con la marca de ingresada.`,
};
