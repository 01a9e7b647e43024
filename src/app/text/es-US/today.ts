// What a person reads on Today: what is on, what comes next, and the first steps of an empty device.

import type { Text } from '../text.ts';
import { formatting } from './formatting.ts';

const { number } = formatting;

export const today: Text['today'] = {
  title: 'Hoy',
  reading: 'Leyendo las sesiones de hoy',
  openNow: 'Abiertas ahora',
  until: (clock) => `hasta las ${clock}`,
  planned: 'Planeadas para hoy',
  done: 'Terminadas hoy',
  next: 'Próximas',
  allSessions: 'Todas las sesiones',
  start: 'Empezar',
  starting: 'Empezando',
  goOn: 'Seguir contando',
  peopleWord: (count) => (count === 1 ? 'persona' : 'personas'),
  people: (count) => (count === 1 ? '1 persona' : `${number(count)} personas`),
  openSince: (clock) => `Abierta desde las ${clock}`,
  openSinceDay: (day) => `Abierta desde el ${day}. Aún sin terminar.`,
  newSession: 'Nueva sesión',
  ready: '¿Listo para salir?',
  joinSession: 'Unirse',
  nothingTitle: 'Hoy no hay sesiones',
  nothingText: 'Empiece una nueva cuando llegue gente, o vea lo que está planeado para los próximos días.',
  firstStepsTitle: 'Esta biblioteca es nueva',
  firstStepsText:
    'Empiece una sesión ahora mismo: solo tiene que decir dónde está. Los sitios y los horarios se pueden agregar después desde cualquier computadora, y este dispositivo los recibe en cuanto tenga red.',
  addSites: 'Agregar sitios',
  importStops: 'Importar paradas',
};
