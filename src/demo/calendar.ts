// The week of the made-up library's outreach, and the sessions it makes of it: five weeks back, three ahead, some today in any case.

import type { SessionFields } from '../domain/session.ts';
import { addDays, type Day, minutesOf, type TimeOfDay } from '../domain/shapes.ts';
import type { Chance } from './chance.ts';

/** One line of the weekly plan; `crowd` is how many usually come, from and to. */
export interface Occasion {
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly site: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly title: string;
  readonly activityType: SessionFields['activityType'];
  readonly topic: SessionFields['topic'];
  readonly targetAge: SessionFields['targetAge'];
  readonly crowd: readonly [number, number];
}

export interface PlannedSession extends Occasion {
  readonly date: Day;
}

export const daysBack = 31;
export const daysAhead = 21;

type Row = readonly [
  number,
  string,
  string,
  string,
  string,
  Occasion['activityType'],
  Occasion['topic'],
  Occasion['targetAge'],
  number,
  number,
];

const week: readonly Row[] = [
  [1, 'Coral Plaza', '09:30', '10:30', '', 'bookmobile_stop', 'other', 'general', 6, 16],
  [1, 'Parada Los Robles', '11:00', '12:00', '', 'bookmobile_stop', 'other', 'general', 5, 14],
  [1, 'Toussaint Elementary School', '13:00', '13:45', 'Class visit: grade 3', 'program_session', 'class_visit', '6-11', 20, 27],
  [2, 'Ti Rivyè Corner', '10:00', '11:15', '', 'bookmobile_stop', 'other', 'general', 8, 18],
  [2, 'Klinik Fanmi', '13:00', '14:00', 'Lè kont nan klinik la', 'program_session', 'storytime', '0-5', 4, 11],
  [2, 'Coin Laundry on 9th', '14:30', '15:30', 'Take-home craft corner', 'self_directed', 'other', '6-11', 5, 12],
  [2, 'Royal Palms Apartments', '16:00', '17:00', 'First steps on a tablet', 'program_session', 'digital_literacy_workshop', '19+', 5, 12],
  [3, 'Magnolia and 3rd', '09:30', '10:30', '', 'bookmobile_stop', 'other', 'general', 4, 11],
  [3, 'Heron Landing', '11:30', '12:30', '', 'bookmobile_stop', 'other', 'general', 3, 9],
  [3, 'Palmetto Middle School', '14:45', '15:45', 'Book club: Hurricane Kitchen', 'program_session', 'book_club', '12-18', 7, 13],
  [3, 'Sant Kominotè Lakay', '17:30', '18:15', 'Lè kont an Kreyòl', 'program_session', 'storytime', '0-5', 10, 24],
  [4, 'Old Mill Road', '10:00', '11:00', '', 'bookmobile_stop', 'other', 'general', 3, 8],
  [4, 'Escuela Primaria Río Claro', '13:00', '13:45', 'Visita de clase: segundo grado', 'program_session', 'class_visit', '6-11', 18, 25],
  [4, 'Villa Hermosa', '15:30', '16:30', '', 'bookmobile_stop', 'other', 'general', 7, 15],
  [
    4,
    'Centro Comunitario La Esperanza',
    '18:00',
    '19:00',
    '¿Es cierta esta noticia?',
    'program_session',
    'information_literacy_workshop',
    '19+',
    6,
    14,
  ],
  [5, 'Lakay Early Learning Center', '09:30', '10:10', 'Storytime with puppets', 'program_session', 'storytime', '0-5', 14, 22],
  [5, 'Kay Nou Homes', '11:00', '12:00', '', 'bookmobile_stop', 'other', 'general', 6, 14],
  [5, 'Palmetto Children’s Clinic', '14:00', '15:00', 'Reading with baby', 'program_session', 'literacy_workshop', '0-5', 3, 8],
  [6, 'Saturday Farmers’ Market', '08:30', '12:00', 'Library table', 'outreach_event', 'card_drive', 'general', 35, 80],
  [6, 'Parque de las Flores', '10:30', '11:15', 'Cuentos en el parque', 'program_session', 'storytime', '0-5', 9, 20],
  [6, 'Mercado del Barrio', '15:00', '17:00', 'Mesa de la biblioteca', 'outreach_event', 'card_drive', 'general', 18, 45],
  [0, 'Mangrove Park', '15:00', '16:00', 'Author under the trees', 'program_session', 'author_visit', 'general', 14, 38],
];

/** On a day with hardly anything to do there would be nothing to try. */
const everyDay: readonly Row[] = [
  [-1, 'Sandpiper Community Center', '09:00', '09:45', 'Storytime: rain and sun', 'program_session', 'storytime', '0-5', 8, 18],
  [-1, 'Coral Plaza', '13:00', '14:00', '', 'bookmobile_stop', 'other', 'general', 6, 16],
  [-1, 'Jaden Timoun Playground', '16:00', '17:30', 'Kont ak jwèt', 'program_session', 'storytime', '6-11', 12, 26],
];

/** `now` is the time of day: whoever tries the demo in the evening finds a session still to come as well. */
export function plannedSessions(today: Day, now: TimeOfDay, chance: Chance): readonly PlannedSession[] {
  const sessions: PlannedSession[] = [];
  for (let offset = -daysBack; offset <= daysAhead; offset++) {
    const date = addDays(today, offset);
    const weekday = new Date(date).getUTCDay();
    const usual = week.filter(([day]) => day === weekday).map(occasionOf);
    const quiet = offset === 0 && usual.length < 4;
    const extra = quiet ? everyDay.map(occasionOf).filter(({ site }) => usual.every((one) => one.site !== site)) : [];
    for (const occasion of [...usual, ...extra]) {
      // Somebody is ill, the engine does not start: a plan is not kept every week.
      if (offset !== 0 && chance.inHundred(6)) continue;
      sessions.push({ ...occasion, date });
    }
  }
  const over = sessions.every(({ date, endsAt }) => date !== today || endsAt <= now);
  return over ? [...sessions, { ...occasionOf(lateRow(now)), date: today }] : sessions;
}

function lateRow(now: TimeOfDay): Row {
  const start = Math.min(15 * Math.ceil((minutesOf(now) + 5) / 15), 23 * 60);
  const time = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return [-1, 'Royal Palms Apartments', time(start), time(start + 45), 'Evening storytime', 'program_session', 'storytime', '0-5', 6, 14];
}

function occasionOf([weekday, site, startsAt, endsAt, title, activityType, topic, targetAge, least, most]: Row): Occasion {
  return { weekday, site, startsAt, endsAt, title, activityType, topic, targetAge, crowd: [least, most] };
}
