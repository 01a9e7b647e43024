// What Today and a session's own screen say of sessions, in the first load. What comes later is in session-steps.ts, counting in attendance.ts.

import { period } from './formatting.ts';
import type { Text } from '../text.ts';

export const sessions: Text['sessions'] = {
  title: 'Sesiones',
  one: 'Sesión',
  reading: 'Leyendo las sesiones',
  readingOne: 'Leyendo la sesión',
  notHereTitle: 'Esta sesión no está en este dispositivo',
  notHereText:
    'Tal vez es más antigua que lo que este dispositivo conserva, o aún no ha llegado. Con su código puede ayudar a contar ahora mismo; los detalles llegan después.',
  joinWithThis: 'Unirse con este código',
  joined: 'Sesión compartida',
  unknownTitle: 'Los detalles llegan después',
  unknownText:
    'Este dispositivo se unió con un código. Lo que se cuenta aquí se guarda y se suma a la sesión; su nombre y su lugar llegan con el próximo envío.',
  tabs: { label: 'Partes de esta sesión', attendance: 'Contar', signUps: 'Inscripciones', handOuts: 'Entregas', notes: 'Notas' },
  status: {
    planned: (when) => (when === '' ? 'Planeada' : `Planeada, ${when}`),
    open: (clock) => `Abierta desde: ${clock}`,
    openUnsaid: 'Abierta',
    closed: (clock) => `Terminada: ${clock}`,
    closedUnsaid: 'Terminada',
    canceled: 'Cancelada',
  },
  start: 'Empezar la sesión',
  starting: 'Empezando',
  startedJustNow: (clock) => period(`Empezó a las ${clock}`),
  undoStart: 'Deshacer el comienzo',
  finish: 'Terminar',
  finishSession: 'Terminar la sesión',
  reopen: 'Reabrir la sesión',
  reopening: 'Reabriendo',
  share: 'Compartir',
  details: 'Detalles',
  download: 'Descargar como CSV',
  downloading: 'Escribiendo el archivo',
  cancelSession: 'Cancelar la sesión',
  cancelTitle: '¿Cancelar esta sesión?',
  cancelText: 'Queda en la lista como cancelada, con todo lo anotado. Puede deshacerlo.',
  cancelKeep: 'Conservarla',
  more: 'Más',
  notSaved: 'Esto no se guardó',
};
