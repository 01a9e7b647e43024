// What a person reads in the catalogue of resources.

import type { Text } from '../text.ts';
import { formatting } from './formatting.ts';

const { number } = formatting;

export const resources: Text['resources'] = {
  title: 'Recursos',
  reading: 'Leyendo los recursos',
  lead: 'Lo que la biblioteca lleva a las sesiones: libros, kits, material impreso, dispositivos.',
  add: 'Agregar un recurso',
  search: 'Buscar recursos',
  searchHint: 'Título o código de barras',
  clear: 'Borrar la búsqueda',
  list: 'Recursos',
  count: (count) => (count === 1 ? '1 recurso' : `${number(count)} recursos`),
  showArchived: 'Mostrar también los archivados',
  archived: 'Archivado',
  emptyTitle: 'El catálogo está vacío',
  emptyText: 'Agregue lo que sale a menudo. Luego podrá entregarlo con un toque, y queda contado.',
  noneFoundTitle: 'Ningún recurso coincide',
  noneFoundText: 'Busque otra palabra, o agréguelo.',
  newTitle: 'Nuevo recurso',
  editTitle: 'Editar el recurso',
  name: 'Título',
  nameHint: 'Como lo llama el personal; por ejemplo, «Sobres de semillas».',
  type: 'Qué tipo de cosa es',
  barcode: 'Código de barras',
  barcodeHint: 'Si tiene uno. Escanéelo con la cámara o escríbalo.',
  scan: 'Escanear el código de barras',
  stopScan: 'Dejar de escanear',
  putAway: 'Archivado',
  putAwayHint: 'Ya no se ofrece en las entregas. Lo anotado se conserva.',
  save: 'Guardar el recurso',
  saving: 'Guardando',
  notSaved: 'El recurso no se guardó',
  nameMissing: 'Escriba un título.',
  nameTooLong: 'Acorte el título a 200 letras.',
  sameBarcode: (title) => `«${title}» ya tiene este código de barras.`,
};
