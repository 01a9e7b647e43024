// What a person reads about delivery: where records are and what waits.

import type { Text } from '../text.ts';
import { formatting } from './formatting.ts';

const { number } = formatting;

const records = (count: number): string => (count === 1 ? '1 registro' : `${number(count)} registros`);

export const delivery: Text['delivery'] = {
  title: 'Envío',
  reading: 'Leyendo el estado del envío',

  answer: {
    all: 'Todo está en el servidor',
    allText: (count) => `${records(count)} de este dispositivo, cada uno con su recibo.`,
    nothing: 'Aún no se ha anotado nada',
    nothingText: 'Lo que anote en este dispositivo se cuenta aquí hasta que el servidor lo confirme.',
    of: (delivered, total) => `${number(delivered)} de ${number(total)}`,
    some: (delivered, total) => `${number(delivered)} de ${number(total)} en el servidor`,
    someText: (waiting) =>
      waiting === 1
        ? '1 registro está a salvo en este dispositivo y espera una red.'
        : `${records(waiting)} están a salvo en este dispositivo y esperan una red.`,
    attention: (count) => (count === 1 ? '1 registro requiere atención' : `${records(count)} requieren atención`),
  },
  figures: { waiting: 'En este dispositivo', delivered: 'En el servidor', attention: 'Requieren atención', parked: 'Apartados' },
  oldest: (age) => `El más antiguo espera desde hace ${age}.`,
  oldestUnclear: 'No está claro cuánto lleva esperando el más antiguo: el reloj de este dispositivo ha cambiado.',
  now: 'Enviar ahora',
  delivering: 'Enviando',
  stopped: 'El envío no está en marcha',
  nextTry: (clock) => `Se intentará solo a las ${clock}, y en cuanto haya red.`,
  nextTrySoon: 'Se intentará solo en un momento.',
  lastTryWorked: (when) => `Último intento ${when}: el servidor respondió.`,
  lastTryFailed: (when) => `Último intento ${when}:`,
  noTryYet: 'Ningún intento desde que se abrió la aplicación.',
  filling: 'Recibiendo las sesiones de la biblioteca',
  fillingWords: (done, total) => (total === null ? number(done) : `${number(done)} de ${number(total)}`),
  healing: 'El servidor se restauró desde una copia de seguridad. Este dispositivo le devuelve lo que tiene.',
  revoked: 'La biblioteca terminó el acceso de este dispositivo',
  revokedText:
    'Lo que está en este dispositivo se queda aquí. Los registros sin enviar todavía se entregan al servidor, que los retiene para la coordinación.',

  attention: {
    title: 'Requiere atención',
    text: 'El servidor retiene estos registros y dice por qué. No se pierde nada, y nada más espera por ellos.',
    since: (when) => `Retenido: ${when}`,
    sendAgain: 'Enviar de nuevo',
    sending: 'Enviando',
    park: 'Apartar',
    parking: 'Guardando',
    parkedTitle: 'Apartados',
    parkedText: 'Vistos y apartados. Se quedan en este dispositivo y en cada archivo de rescate.',
    field: (field) => `Parte: ${field}`,
    unreadable: 'Un registro de un tipo más nuevo',
    showText: 'Ver el registro tal como se envió',
    inSession: 'Abrir su sesión',
  },

  storage: {
    title: 'Almacenamiento en este dispositivo',
    persisted: 'Protegido',
    persistedText: 'El navegador no borrará por su cuenta lo que guarda Wayside.',
    notPersisted: 'Sin proteger',
    notPersistedText: 'El navegador puede borrarlo cuando falte espacio. Envíe a menudo y pida protección.',
    unknown: 'Este navegador no dice si el almacenamiento está protegido. Envíe a menudo.',
    ask: 'Pedir protección',
    asking: 'Pidiendo',
    refused: 'Por ahora el navegador dijo que no. Instale Wayside en la pantalla de inicio y vuelva a pedirlo.',
    used: (used, quota) => `${used} en uso de ${quota}`,
    usedLabel: 'Espacio en uso',
  },

  kind: {
    'library.changed': 'Datos de la biblioteca',
    'outlet.changed': 'Datos de un bibliobús o sucursal',
    'site.changed': 'Datos de un sitio',
    'calendar-feed.changed': 'Datos de un calendario',
    'partner.changed': 'Datos de una organización asociada',
    'resource.changed': 'Datos de un recurso',
    'template.changed': 'Tipo de sesión',
    'staff.changed': 'Datos del personal',
    'device.changed': 'Datos de un dispositivo',
    'sealing-key.changed': 'Clave de sellado',
    'key-wrap.changed': 'Forma de abrir la clave de sellado',
    'card-range.changed': 'Números de tarjetas',
    'loan.changed': 'Préstamo',
    'series.changed': 'Serie de sesiones',
    'session.changed': 'Datos de una sesión',
    'session.planned': 'Sesión planeada',
    'attendance.counted': 'Asistencia',
    'sign-up.taken': 'Inscripción',
    'sign-up.corrected': 'Corrección de una inscripción',
    'sign-up.followed': 'Estado de una inscripción',
    'sign-up.merged': 'Dos inscripciones unidas',
    'sign-up.unmerged': 'Unión de dos inscripciones anulada',
    'sign-up.kept-apart': 'Dos inscripciones que se dejan separadas',
    'sign-up.counted': 'Recuento de una inscripción borrada',
    'check-in.marked': 'Llegada registrada',
    'checklist.ticked': 'Marca en la lista de control',
    'survey.answered': 'Respuesta de encuesta',
    'hand-out.given': 'Entrega, dado',
    'hand-out.lent': 'Entrega, prestado',
    'hand-out.returned': 'Entrega, devuelto',
    'hand-out.shown': 'Entrega, mostrado',
    'fact.voided': 'Anotación anulada',
  },
};
