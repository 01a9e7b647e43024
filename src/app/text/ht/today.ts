// What a person reads on Today: what is on, what comes next, and the first steps of an empty device.

import type { Text } from '../text.ts';
import { formatting } from './formatting.ts';

const { number } = formatting;

export const today: Text['today'] = {
  title: 'Jodi a',
  reading: 'Ap li sesyon jodi a',
  openNow: 'Louvri kounye a',
  until: (clock) => `jiska ${clock}`,
  planned: 'Planifye pou jodi a',
  done: 'Fini jodi a',
  next: 'Sa k ap vini',
  allSessions: 'Tout sesyon yo',
  start: 'Kòmanse',
  starting: 'Ap kòmanse',
  goOn: 'Kontinye konte',
  peopleWord: () => 'moun',
  people: (count) => (count === 1 ? '1 moun' : `${number(count)} moun`),
  openSince: (clock) => `Louvri depi ${clock}`,
  openSinceDay: (day) => `Louvri depi ${day}. Li poko fini.`,
  newSession: 'Nouvo sesyon',
  ready: 'Pare pou soti?',
  joinSession: 'Antre ladan',
  nothingTitle: 'Pa gen sesyon jodi a',
  nothingText: 'Kòmanse yon nouvo lè moun vini, oswa gade sa ki planifye pou jou k ap vini yo.',
  firstStepsTitle: 'Bibliyotèk sa a nouvo',
  firstStepsText:
    'Kòmanse yon sesyon touswit: ou jis bezwen di ki kote ou ye. Sit yo ak orè yo ka vini apre, nan nenpòt òdinatè, epi aparèy sa a ap resevwa yo pwochen fwa li gen rezo.',
  addSites: 'Ajoute sit',
  importStops: 'Enpòte arè',
};
