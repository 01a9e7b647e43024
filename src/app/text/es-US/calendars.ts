// What a person reads while importing a calendar, while looking at what it proposes, and when sessions leave as a calendar file.

import type { Text } from '../text.ts';
import { formatting } from './formatting.ts';

const { number } = formatting;

const n = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${number(count)} ${many}`);
const sessionsOf = (count: number): string => n(count, 'sesión', 'sesiones');

export const calendars: Text['calendars'] = {
  title: 'Importar un calendario',
  settingsHint: 'De un archivo (.ics) o de una dirección',
  importing: {
    title: 'Importar un calendario',
    text: 'Los eventos se convierten en sesiones planeadas para las próximas semanas. Lo que es cada una solo se propone: usted lo confirma después. Importar otra vez no cambia nada de lo que usted cambió.',
    choose: 'Elegir un archivo de calendario (.ics)',
    tooLarge: (most) => `Este archivo pasa de ${most}. Un calendario es mucho más pequeño; compruebe que sea el archivo correcto.`,
    reading: 'Leyendo el calendario',
    preview: 'Lo que trae el calendario',
    badLabel: (count) => (count === 1 ? 'evento no se puede usar' : 'eventos no se pueden usar'),
    noDays: 'Ningún evento de este calendario cae en estas semanas.',
    gone: (count) =>
      count === 1
        ? '1 sesión planeada ya no está en este calendario. No le pasa nada; cancélela si no tendrá lugar.'
        : `${number(count)} sesiones planeadas ya no están en este calendario. No les pasa nada; cancele las que no tendrán lugar.`,
    badRows: (count) => n(count, 'evento no se puede usar', 'eventos no se pueden usar'),
    badRowsText: 'Se dejan fuera. Los demás eventos se importan.',
    badRowsFile: 'eventos-por-corregir.csv',
    nothingNewText: (count) => `Todo lo de este calendario ya estaba aquí: ${sessionsOf(count)}, sin cambios.`,
    nothingUsable: 'No se puede usar ningún evento de este calendario.',
    importAnother: 'Importar otro calendario',
    doneText: (sites, sessions) =>
      `Guardado en este dispositivo: ${sites === 0 ? '' : `${n(sites, 'sitio', 'sitios')} y `}${sessionsOf(sessions)}. Falta el envío.`,
  },
  reasons: {
    'no-start': () => 'No dice cuándo empieza.',
    date: (field) => `Una fecha u hora no se puede leer (${field}).`,
    zone: (field) => `No se conoce la zona horaria «${field}».`,
    frequency: () => 'No se puede leer cada cuánto se repite.',
    'cut-short': () => 'El archivo termina, o empieza el evento siguiente, a la mitad de este.',
    duplicate: (line) => `Otro evento con el mismo identificador (UID) está en la línea ${line}.`,
  },
  event: 'Evento (UID)',
  noUid: 'ninguno',
  unreadable: {
    empty: 'El archivo está vacío.',
    'too-large': 'El calendario es demasiado grande para leerlo aquí.',
    'no-calendar': 'Lo que llegó no es un calendario. No basta una página que muestre uno: busque allí «Suscribirse» o «iCal».',
    'too-many-events': 'El calendario tiene más de 20,000 eventos. Exporte menos tiempo.',
  },
  feed: {
    title: 'De una dirección',
    text: 'El servidor de la biblioteca busca el calendario; por eso hace falta red. LibCal, Google Calendar y otros muestran la dirección en «Suscribirse», «iCal» o «Compartir».',
    address: 'Dirección del calendario',
    addressHint: 'Empieza con https:// o webcal://',
    addressMissing: 'Escriba la dirección del calendario.',
    fetch: 'Buscar',
    fetching: 'Buscando',
    known: 'Calendarios de esta biblioteca',
    again: (name) => `Buscar otra vez: ${name}`,
    againShort: 'Buscar otra vez',
    forget: (name) => `Olvidar ${name}`,
    forgetShort: 'Olvidar',
    forgotten: (name) => `${name} se olvidó. Sus sesiones quedan.`,
    never: 'aún no importado',
    last: (when) => `importado por última vez: ${when}`,
    remembered: 'La dirección queda guardada: aquí puede buscarla otra vez.',
    notRemembered: 'Las sesiones se guardaron. La dirección no quedó guardada',
    refused: {
      address: 'Esto no es una dirección.',
      scheme: 'Solo se buscan direcciones que empiezan con http, https o webcal.',
      credentials: 'No se busca una dirección que lleva un usuario y una contraseña.',
      'own-network': 'Esta dirección lleva a la red interna del servidor. Solo quien administra el servidor puede permitirlo.',
      'too-large': 'El calendario de allí es demasiado grande.',
      redirects: 'La dirección lleva de una a otra demasiadas veces.',
      name: 'Esa dirección no existe.',
      connection: 'Allí nadie responde.',
      timeout: 'Tardó demasiado.',
      status: 'En esta dirección no hay (o ya no hay) un calendario.',
      unreadable: 'Lo que llegó estaba incompleto.',
    },
  },
  zones: {
    title: (count) => (count === 1 ? 'No se conoce esta zona horaria' : 'No se conocen estas zonas horarias'),
    text: 'Diga cuál se quiere decir. Hasta entonces se dejan fuera sus eventos.',
    zone: (name, events) => `«${name}», ${n(events, 'evento', 'eventos')}`,
    more: (count) => `Mostrar ${n(count, 'zona horaria más', 'zonas horarias más')}`,
    read: 'Leer estos eventos',
    said: (count) => (count === 1 ? 'Esta zona horaria se lee como usted indicó' : 'Estas zonas horarias se leen como usted indicó'),
    saidText: 'Los eventos ya se leyeron. Si se trata de otra, cámbiela aquí y léalos de nuevo.',
    readAgain: 'Leerlos de nuevo',
  },
  placesTitle: 'Lugares que aún no son sitios',
  placesText: 'Quedan como palabras en la sesión. Elija los que deben ser sitios.',
  place: (name, sessions) => `${name} (${number(sessions)})`,
  placesMore: (count) => `Y ${n(count, 'lugar más', 'lugares más')}, con menos sesiones. Quedan como palabras.`,
  canceled: (count) =>
    count === 1
      ? '1 sesión se cancela, porque así lo dice el calendario.'
      : `${number(count)} sesiones se cancelan, porque así lo dice el calendario.`,
  canceledButChanged: (count) =>
    count === 1
      ? '1 sesión está cancelada en el calendario, pero usted la cambió: revísela.'
      : `${number(count)} sesiones están canceladas en el calendario, pero usted las cambió: revíselas.`,
  own: (count) =>
    count === 1
      ? '1 evento es suyo, exportado de Wayside, y se deja como está.'
      : `${number(count)} eventos son suyos, exportados de Wayside, y se dejan como están.`,
  outside: (count) => `${n(count, 'evento no cae', 'eventos no caen')} en ningún día de estas semanas.`,
  look: 'Ver las propuestas',

  review: {
    title: 'Propuestas por confirmar',
    text: 'Un calendario no dice qué es una sesión. Mientras usted no lo confirme, las exportaciones la marcan como propuesta.',
    waiting: (count) =>
      count === 1 ? '1 sesión de un calendario espera confirmación.' : `${number(count)} sesiones de un calendario esperan confirmación.`,
    open: 'Verlas',
    list: 'Propuestas',
    search: 'Buscar un título o lugar',
    clear: 'Borrar la búsqueda',
    filter: 'Mostrar',
    filters: { all: 'Todas las propuestas', unsure: 'Con algo dudoso', sure: 'Todo seguro' },
    found: (groups, sessions) => `${n(groups, 'clase de evento', 'clases de eventos')}, ${sessionsOf(sessions)}`,
    selected: (sessions) => (sessions === 1 ? '1 sesión elegida' : `${number(sessions)} sesiones elegidas`),
    selectAll: 'Elegir todas las mostradas',
    selectNone: 'No elegir ninguna',
    select: (title) => `Elegir ${title}`,
    sessions: (count, first, last) => (count === 1 ? first : `${sessionsOf(count)}, del ${first} al ${last}`),
    untitled: 'Sin título',
    unsure: 'dudoso',
    because: {
      title: (words) => `«${words}» en el título`,
      category: (words) => `«${words}» en las categorías`,
      description: (words) => `«${words}» en la descripción`,
      location: (words) => `«${words}» es el lugar`,
      topic: (words) => `es lo usual para «${words}»`,
      usual: () => 'el calendario no lo dice',
    },
    fields: { activityType: 'Qué es', topic: 'Tema', format: 'Cómo', targetAge: 'Para quién' },
    asProposed: 'Como se propone',
    change: 'Cambiar todas las elegidas a',
    confirmOne: 'Confirmar',
    confirmOneOf: (title) => `Confirmar ${title}`,
    confirm: (sessions) => `Confirmar ${sessionsOf(sessions)}`,
    drop: (sessions) => `Cancelar ${sessionsOf(sessions)}`,
    dropText: 'Para lo que no es una sesión suya: reuniones de la junta, cierres.',
    working: 'Guardando',
    confirmed: (sessions) => (sessions === 1 ? '1 sesión confirmada.' : `${number(sessions)} sesiones confirmadas.`),
    dropped: (sessions) => (sessions === 1 ? '1 sesión cancelada.' : `${number(sessions)} sesiones canceladas.`),
    undo: 'Deshacer',
    emptyTitle: 'Nada por confirmar',
    emptyText: 'Cuando se importa un calendario, lo que propone le espera aquí.',
    noneTitle: 'Ninguna propuesta coincide',
    noneText: 'Busque menos, o muestre todas las propuestas.',
    showAll: 'Mostrar todas las propuestas',
    noticeTitle: 'Propuesta de un calendario',
    notice: 'Nadie ha confirmado aún qué es esta sesión. Corrija lo que no sea así y guarde, o confírmela como está.',
    asItIs: 'Confirmar como está',
  },
  save: {
    session: 'Guardar para un calendario (.ics)',
    site: 'Guardar el programa de este sitio (.ics)',
    all: 'Guardar como calendario (.ics)',
    busy: 'Guardando',
    none: 'No hay sesiones en las próximas semanas para guardar.',
  },
};
