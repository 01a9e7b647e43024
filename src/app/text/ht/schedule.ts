// What a person reads on the schedule: its views, who goes, conflicts, and series of sessions.

import type { Turn, Weekday } from '../../../domain/repeat.ts';
import type { Text } from '../text.ts';
import { formatting } from './formatting.ts';

const { number } = formatting;
const weekday: Readonly<Record<Weekday, string>> = {
  MO: 'lendi',
  TU: 'madi',
  WE: 'mèkredi',
  TH: 'jedi',
  FR: 'vandredi',
  SA: 'samdi',
  SU: 'dimanch',
};
const turn: Readonly<Record<`${Turn}`, string>> = { '1': 'premye', '2': 'dezyèm', '3': 'twazyèm', '4': 'katriyèm', '-1': 'dènye' };

export const schedule: Text['schedule'] = {
  views: { label: 'Fason pou wè sesyon yo', list: 'Lis', day: 'Jou', week: 'Semèn' },
  before: { day: 'Jou anvan', week: 'Semèn anvan' },
  after: { day: 'Jou apre', week: 'Semèn apre' },
  toToday: 'Jodi a',
  nothing: 'Pa gen anyen ki planifye',
  noOutlet: 'San bibliyobis ni filyal',
  noTime: 'Pa gen lè',
  weekOf: (from, to) => `${from} rive ${to}`,

  conflict: {
    title: (count) => (count === 1 ? 'Planifye nan de kote an menm tan' : `${number(count)} bagay planifye nan de kote an menm tan`),
    says: (thing, other) => `${thing} dwe nan ${other} tou.`,
    mark: 'De kote an menm tan',
  },
  lastTime: (heads, day) => `Dènye fwa a: ${number(heads)} (${day})`,
  yearAgo: (heads, day) => `Ennan de sa: ${number(heads)} (${day})`,
  noLastTime: 'Yo pa konnen okenn vizit anvan isit la.',

  staff: 'Ki moun ki prale',
  devices: 'Aparèy ki prale',
  goals: 'Objektif ki deside ansanm',
  goal: { literacy: 'Lekti ak ekriti', information_literacy: 'Chèche enfòmasyon', digital_literacy: 'Konesans dijital' },
  brings: 'Ki moun ki pote kisa',
  bringsWhat: 'Kisa',
  bringsBy: 'Ki moun ki pote l',
  bringsUs: 'Bibliyotèk la',
  bringsAdd: 'Ajoute yon bagay',
  bringsRemove: (what) => `Wete ${what || 'liy sa a'}`,

  copy: 'Kopye sou yon lòt jou',
  copyTitle: 'Kopye sesyon sa a',
  copyText: 'Menm kote, menm lè, menm moun. Anyen ki te konte pa kopye.',
  copyDay: 'Nouvo jou',
  copied: 'Kopye l',
  reason: 'Rezon',
  reasonHint: 'Pou moun ki li kalandriye a, tankou «Lekòl la fèmen». Pa mete non moun.',
  canceledFor: (reason) => `Anile: ${reason}`,
  dropped: 'Yo wete l nan kalandriye a: seri a pa gen jou sa a ankò.',
  putBack: 'Remete l nan kalandriye a',

  which: 'Pou ki sesyon chanjman sa yo ye?',
  onlyThis: 'Sesyon sa a sèlman',
  following: 'Sesyon sa a ak tout sa k vin apre yo',
  followingHint: 'Sesyon yon moun te chanje alamen kenbe chanjman sa yo.',
  farMove: 'Pou deplase tout sa k vin apre yo, chwazi yon jou ki pa pi lwen pase sis jou. Oswa chanje sesyon sa a sèlman.',
  farDay: (day) => `Jou sa a byen lwen: tout aparèy yo gen sesyon an apati ${day}.`,
  partOf: 'Fè pati yon seri',

  series: {
    title: 'Sesyon ki repete',
    text: 'Chak planifye sesyon pa l pou twa mwa k ap vini yo, epi li kontinye poukont li.',
    add: 'Ajoute yon sesyon ki repete',
    newTitle: 'Nouvo sesyon ki repete',
    empty: 'Poko gen sesyon ki repete',
    emptyText: 'Pou yon arè chak de madi, oswa yon klib lekti premye lendi chak mwa.',
    notFound: 'Seri sa a pa sou aparèy sa a',
    every: 'Chak konbyen tan',
    choices: {
      weekly: 'Chak semèn',
      biweekly: 'Chak de semèn',
      weeks: 'Chak plizyè semèn',
      monthly: 'Chak mwa, yon jou nan semèn nan',
      other: 'Yon lòt règ',
    },
    weeks: 'Konbyen semèn',
    weeksHint: 'Soti nan yon fwa rive nan lòt la: 4 pou chak kat semèn.',
    weeksWrong: 'Ekri yon kantite semèn ant 2 ak 52.',
    days: 'Jou',
    daysMissing: 'Chwazi omwen yon jou nan semèn nan.',
    turn: 'Kilès',
    day: 'Jou nan semèn nan',
    start: 'Apati',
    startHint: 'Chanjman yo kòmanse jou sa a. Sesyon anvan yo rete jan yo ye.',
    until: 'Dènye jou',
    untilHint: 'Kite l vid toutotan li pa gen fen.',
    except: 'Pa nan jou sa yo',
    exceptDay: 'Jou san sesyon',
    exceptAdd: 'Ajoute jou sa a',
    exceptRemove: (day) => `Fè l ankò jou ${day}`,
    untilBeforeStart: 'Dènye jou a vini anvan premye a. Chanje youn nan yo.',
    noDays: 'Pa gen okenn jou ki mache nan yon ane. Tcheke jou yo ak dènye jou a.',
    ended: (day) => `Jiska ${day}`,
    otherRule: (rule) => `Règ li se «${rule}». Li rete jan li ye.`,
    weekday,
    turns: turn,
    weekly: (every, days) => `${every === 1 ? 'Chak semèn' : `Chak ${every} semèn`}: ${days}`,
    monthly: (every, which, day) => `${every === 1 ? 'Chak mwa' : `Chak ${every} mwa`}, ${which} ${day}`,
  },
};
