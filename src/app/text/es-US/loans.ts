// What a person reads about loans: what is out, where, since when, and the files that take them to the library system.

import type { Text } from '../text.ts';
import { formatting } from './formatting.ts';

const { number } = formatting;

export const loans: Text['loans'] = {
  title: 'Lo que está prestado',
  lead: 'Prestado a tarjetas, o dejado en un sitio como depósito.',
  reading: 'Leyendo los préstamos',
  list: 'Préstamos',
  search: 'Buscar préstamos',
  searchHint: 'Título, código de barras o lugar',
  clear: 'Borrar la búsqueda',
  count: (count) => (count === 1 ? '1 préstamo' : `${number(count)} préstamos`),
  overdueCount: (count) => (count === 1 ? '1 vencido' : `${number(count)} vencidos`),
  emptyTitle: 'No hay nada prestado',
  emptyText: 'Lo que se presta en una sesión, a una tarjeta o al sitio, aparece aquí hasta que vuelve.',
  noneFound: 'Ningún préstamo coincide.',
  toCard: 'Tarjeta de biblioteca',
  toPerson: 'Sin tarjeta',
  depositAt: (site) => `Depósito en ${site}`,
  unknownSite: 'un sitio que aquí no se conoce',
  since: (day) => `desde el ${day}`,
  due: (day) => `vence el ${day}`,
  overdue: 'Vencido',
  cameBack: 'Ya volvió',
  cameBackOf: (title) => `Ya volvió: ${title}`,
  askBack: '¿Ya volvió?',
  askBackText: (title) => `${title} queda entonces otra vez a bordo.`,
  keepOut: 'Sigue prestado',
  toFile: 'Archivo para el sistema de la biblioteca',
  file: {
    title: 'Préstamos para el sistema de la biblioteca',
    lead: 'Préstamos y devoluciones en un archivo que Koha o Evergreen aceptan, en el orden en que ocurrieron.',
    format: '¿Qué sistema?',
    koha: 'Koha',
    kohaHint: 'Archivo de circulación sin conexión (.koc)',
    evergreen: 'Evergreen',
    evergreenHint: 'Transacciones sin conexión',
    which: '¿Qué préstamos?',
    fresh: 'Los nuevos',
    freshCount: (count) => `${number(count)} que aún no están en un archivo`,
    all: 'Todos de nuevo',
    allCount: (count) => `${number(count)}, también los de archivos anteriores`,
    locked: 'Los números de tarjeta están sellados. Desbloquéelos primero.',
    nothing: 'No hay nada nuevo para un archivo.',
    leftOut: (count) =>
      count === 1
        ? '1 préstamo no tiene número de tarjeta o código de barras y queda fuera.'
        : `${number(count)} préstamos no tienen número de tarjeta o código de barras y quedan fuera.`,
    waiting: (count) =>
      count === 1
        ? '1 préstamo espera: el artículo se volvió a prestar después, y ese otro préstamo, que ya está en un archivo anterior, terminaría por error. Irá en un archivo cuando el artículo vuelva.'
        : `${number(count)} préstamos esperan: los artículos se volvieron a prestar después, y esos otros préstamos, que ya están en archivos anteriores, terminarían por error. Irán en un archivo cuando los artículos vuelvan.`,
    noLabel: (count) =>
      count === 1
        ? '1 préstamo queda fuera: no se leyó ninguna etiqueta de la biblioteca. Anótelo a mano en el sistema de la biblioteca.'
        : `${number(count)} préstamos quedan fuera: no se leyó ninguna etiqueta de la biblioteca. Anótelos a mano en el sistema de la biblioteca.`,
    unreadable: (count) =>
      count === 1
        ? '1 número de tarjeta no se puede abrir con esta clave.'
        : `${number(count)} números de tarjeta no se pueden abrir con estas claves.`,
    save: (count) => (count === 1 ? 'Guardar un archivo de 1 préstamo' : `Guardar un archivo de ${number(count)} préstamos`),
    saving: 'Guardando',
    saved: 'El archivo está guardado y estos préstamos quedan marcados.',
    savedText: 'El archivo contiene números de tarjeta sin sellar. Súbalo y después bórrelo.',
    last: (when, who) => `Último archivo: ${when}, ${who}.`,
    someone: 'alguien',
    name: (day) => `prestamos-${day}`,
  },
};
