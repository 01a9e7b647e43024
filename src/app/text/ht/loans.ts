// What a person reads about loans: what is out, where, since when, and the files that take them to the library system.

import type { Text } from '../text.ts';
import { formatting } from './formatting.ts';

const { number } = formatting;

export const loans: Text['loans'] = {
  title: 'Sa ki deyò',
  lead: 'Sa nou prete sou kat, ak sa nou kite nan yon sit kòm depo.',
  reading: 'Ap li prè yo',
  list: 'Prè',
  search: 'Chèche prè',
  searchHint: 'Tit, kòd ba oswa kote',
  clear: 'Efase rechèch la',
  count: (count) => (count === 1 ? '1 prè' : `${number(count)} prè`),
  overdueCount: (count) => (count === 1 ? '1 an reta' : `${number(count)} an reta`),
  emptyTitle: 'Pa gen anyen deyò',
  emptyText: 'Sa nou prete nan yon sesyon, sou yon kat oswa bay sit la, rete nan lis sa a jouk li tounen.',
  noneFound: 'Pa gen prè konsa.',
  toCard: 'Kat bibliyotèk',
  toPerson: 'San kat',
  depositAt: (site) => `Depo nan ${site}`,
  unknownSite: 'yon sit aparèy sa a pa konnen',
  since: (day) => `depi ${day}`,
  due: (day) => `pou remèt ${day}`,
  overdue: 'An reta',
  cameBack: 'Li tounen',
  cameBackOf: (title) => `Li tounen: ${title}`,
  askBack: 'Èske li tounen?',
  askBackText: (title) => `${title} ap abò ankò.`,
  keepOut: 'Li toujou deyò',
  toFile: 'Fichye pou sistèm bibliyotèk la',
  file: {
    title: 'Prè pou sistèm bibliyotèk la',
    lead: 'Prè ak remiz nan yon fichye Koha oswa Evergreen ka li, nan lòd yo te fèt la.',
    format: 'Ki sistèm?',
    koha: 'Koha',
    kohaHint: 'Fichye sikilasyon san koneksyon (.koc)',
    evergreen: 'Evergreen',
    evergreenHint: 'Tranzaksyon san koneksyon',
    which: 'Ki prè?',
    fresh: 'Nouvo yo',
    freshCount: (count) => `${number(count)} ki poko nan yon fichye`,
    all: 'Tout ankò',
    allCount: (count) => `${number(count)}, ansanm ak sa ki te nan lòt fichye yo`,
    locked: 'Nimewo kat yo sele. Louvri yo anvan.',
    nothing: 'Pa gen anyen ki nouvo pou yon fichye.',
    leftOut: (count) =>
      count === 1
        ? '1 prè pa gen nimewo kat oswa kòd ba, li rete deyò.'
        : `${number(count)} prè pa gen nimewo kat oswa kòd ba, yo rete deyò.`,
    waiting: (count) =>
      count === 1
        ? '1 prè ap tann: yo te prete bagay la ankò apre sa, e lòt prè sa a, ki deja nan yon fichye anvan, t ap fini pa erè. Prè a ap antre nan yon fichye lè bagay la tounen.'
        : `${number(count)} prè ap tann: yo te prete bagay yo ankò apre sa, e lòt prè sa yo, ki deja nan fichye anvan, t ap fini pa erè. Prè yo ap antre nan yon fichye lè bagay yo tounen.`,
    noLabel: (count) =>
      count === 1
        ? '1 prè rete deyò: yo pa t li etikèt bibliyotèk la. Antre l alamen nan sistèm bibliyotèk la.'
        : `${number(count)} prè rete deyò: yo pa t li etikèt bibliyotèk la. Antre yo alamen nan sistèm bibliyotèk la.`,
    unreadable: (count) =>
      count === 1 ? '1 nimewo kat pa ka louvri ak kle sa a.' : `${number(count)} nimewo kat pa ka louvri ak kle sa yo.`,
    save: (count) => (count === 1 ? 'Anrejistre yon fichye 1 prè' : `Anrejistre yon fichye ${number(count)} prè`),
    saving: 'Ap anrejistre',
    saved: 'Fichye a anrejistre, epi prè sa yo gen mak.',
    savedText: 'Fichye a gen nimewo kat ki pa sele. Voye l nan sistèm nan, epi efase l.',
    last: (when, who) => `Dènye fichye: ${when}, ${who}.`,
    someone: 'yon moun',
    name: (day) => `pre-${day}`,
  },
};
