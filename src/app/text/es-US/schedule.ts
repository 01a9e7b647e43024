// What a person reads on the schedule: its views, who goes, conflicts, and series of sessions.

import type { Turn, Weekday } from '../../../domain/repeat.ts';
import type { Text } from '../text.ts';
import { formatting, period } from './formatting.ts';

const { number } = formatting;
const weekday: Readonly<Record<Weekday, string>> = {
  MO: 'lunes',
  TU: 'martes',
  WE: 'miércoles',
  TH: 'jueves',
  FR: 'viernes',
  SA: 'sábado',
  SU: 'domingo',
};
const turn: Readonly<Record<`${Turn}`, string>> = { '1': 'primer', '2': 'segundo', '3': 'tercer', '4': 'cuarto', '-1': 'último' };

export const schedule: Text['schedule'] = {
  views: { label: 'Maneras de ver las sesiones', list: 'Lista', day: 'Día', week: 'Semana' },
  before: { day: 'Día anterior', week: 'Semana anterior' },
  after: { day: 'Día siguiente', week: 'Semana siguiente' },
  toToday: 'Hoy',
  nothing: 'Nada planeado',
  noOutlet: 'Sin bibliobús ni sucursal',
  noTime: 'Sin hora',
  weekOf: (from, to) => `Del ${from} al ${to}`,

  conflict: {
    title: (count) => (count === 1 ? 'Planeado en dos lugares a la vez' : `${number(count)} cosas planeadas en dos lugares a la vez`),
    says: (thing, other) => period(`${thing} también está en ${other}`),
    mark: 'Dos lugares a la vez',
  },
  lastTime: (heads, day) => `La última vez: ${number(heads)} (${day})`,
  yearAgo: (heads, day) => `Hace un año: ${number(heads)} (${day})`,
  noLastTime: 'No se conocen visitas anteriores aquí.',

  staff: 'Quién va',
  devices: 'Dispositivos que van',
  goals: 'Metas acordadas',
  goal: { literacy: 'Lectura y escritura', information_literacy: 'Buscar información', digital_literacy: 'Habilidades digitales' },
  brings: 'Quién lleva qué',
  bringsWhat: 'Qué',
  bringsBy: 'Quién lo lleva',
  bringsUs: 'La biblioteca',
  bringsAdd: 'Agregar una cosa',
  bringsRemove: (what) => `Quitar ${what || 'esta línea'}`,

  copy: 'Copiar a otro día',
  copyTitle: 'Copiar esta sesión',
  copyText: 'El mismo lugar, las mismas horas y personas. Nada de lo contado se copia.',
  copyDay: 'Nuevo día',
  copied: 'Copiarla',
  reason: 'Motivo',
  reasonHint: 'Para quien lea el calendario, por ejemplo «La escuela está cerrada». Sin nombres.',
  canceledFor: (reason) => `Cancelada: ${reason}`,
  dropped: 'Quitada del calendario: su serie ya no tiene este día.',
  putBack: 'Volver a ponerla en el calendario',

  which: '¿Para qué valen estos cambios?',
  onlyThis: 'Solo esta sesión',
  following: 'Esta y todas las que siguen',
  followingHint: 'Las sesiones que alguien cambió a mano conservan esos cambios.',
  farMove: 'Para mover todas las que siguen, elija un día a no más de seis días. O cambie solo esta sesión.',
  farDay: (day) => `Falta mucho: todos los dispositivos tienen la sesión a partir del ${day}.`,
  partOf: 'Parte de una serie',

  series: {
    title: 'Sesiones que se repiten',
    text: 'Cada una planea sus sesiones para los próximos tres meses y sigue sola.',
    add: 'Agregar una sesión que se repite',
    newTitle: 'Nueva sesión que se repite',
    empty: 'Aún no hay sesiones que se repitan',
    emptyText: 'Para una parada cada dos martes, o un club de lectura el primer lunes de cada mes.',
    notFound: 'Esta serie no está en este dispositivo',
    every: 'Cada cuánto',
    choices: {
      weekly: 'Cada semana',
      biweekly: 'Cada dos semanas',
      weeks: 'Cada varias semanas',
      monthly: 'Cada mes, en un día de la semana',
      other: 'Otra regla',
    },
    weeks: 'Cuántas semanas',
    weeksHint: 'De una vez a la siguiente: 4 para cada cuatro semanas.',
    weeksWrong: 'Escriba un número de semanas de 2 a 52.',
    days: 'En',
    daysMissing: 'Elija al menos un día de la semana.',
    turn: 'Cuál',
    day: 'Día de la semana',
    start: 'Desde',
    startHint: 'Los cambios valen desde este día. Las sesiones anteriores quedan como están.',
    until: 'Último día',
    untilHint: 'Déjelo vacío mientras no tenga fin.',
    except: 'No en estos días',
    exceptDay: 'Día sin sesión',
    exceptAdd: 'Agregar este día',
    exceptRemove: (day) => `Volver a tenerla el ${day}`,
    untilBeforeStart: 'El último día es anterior al primero. Cambie uno de los dos.',
    noDays: 'Ningún día coincide en un año. Revise los días y el último día.',
    ended: (day) => `Hasta el ${day}`,
    otherRule: (rule) => `Su regla es «${rule}». Queda como está.`,
    weekday,
    turns: turn,
    weekly: (every, days) => `${every === 1 ? 'Cada semana' : `Cada ${every} semanas`}: ${days}`,
    monthly: (every, which, day) => `${every === 1 ? 'Cada mes' : `Cada ${every} meses`}, el ${which} ${day}`,
  },
};
