// What a person reads while importing titles into the catalogue.

import type { Text } from '../text.ts';
import { formatting } from './formatting.ts';

const { number } = formatting;

const n = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${number(count)} ${many}`);

export const titles: Text['titles'] = {
  title: 'Importar títulos',
  text: 'Una lista de títulos para el catálogo. Importar otra vez el mismo archivo no cambia nada, y lo que cambió el personal se conserva.',
  choose: 'Elegir un archivo',
  helpTitle: 'Qué archivos lee',
  help: 'CSV con una columna «título»; también lee: autor, ISBN, EAN o UPC, código de barras, tipo, idioma, tema, edades. Registros MARC 21 (.mrc) y MARCXML, como los exporta un sistema de biblioteca.',
  sample: 'Guardar un archivo de ejemplo',
  sampleName: 'wayside-titulos-ejemplo.csv',
  tooLarge: (most) => `Este archivo pasa de ${most}. Divídalo en varios.`,
  added: (count) => (count === 1 ? 'título por agregar' : 'títulos por agregar'),
  changed: 'por poner al día',
  unchanged: 'ya están, sin cambios',
  badLabel: (count) => (count === 1 ? 'no se puede usar' : 'no se pueden usar'),
  bad: (count) => n(count, 'fila o registro no se puede usar', 'filas o registros no se pueden usar'),
  badText: 'Quedan fuera; todos los demás se importan.',
  badMore: (count) => `Y ${n(count, 'más', 'más')}. Guarde la lista para verlos todos.`,
  badFile: 'titulos-por-corregir.csv',
  place: 'Línea o registro',
  reasons: {
    'no-title': 'No tiene título.',
    'too-long': 'El título o el autor es demasiado largo.',
    columns: 'La fila tiene más celdas que columnas el archivo.',
    unreadable: 'El registro está dañado y no se puede leer.',
  },
  nothing: 'Nada de este archivo se puede usar.',
  confirm: (count) => `Importar ${n(count, 'título', 'títulos')}`,
  done: (count) =>
    count === 1
      ? '1 título está guardado en este dispositivo y se enviará.'
      : `${number(count)} títulos están guardados en este dispositivo y se enviarán.`,
  see: 'Ver el catálogo',
  undone: 'La importación se deshizo.',
  putAway: (count) =>
    count === 1
      ? '1 título quedó archivado. El mismo archivo lo trae de nuevo.'
      : `${number(count)} títulos quedaron archivados. El mismo archivo los trae de nuevo.`,
  asBefore: (count) =>
    count === 1 ? '1 título está como antes de la importación.' : `${number(count)} títulos están como antes de la importación.`,
  kept: (count) =>
    count === 1
      ? '1 título se queda: se cambió o se usó desde entonces.'
      : `${number(count)} títulos se quedan: se cambiaron o se usaron desde entonces.`,
};
