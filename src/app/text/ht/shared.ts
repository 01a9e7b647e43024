// What a partner reads on its own page, how it is opened, how a class is prepared there, and how the library gives access to it.

import type { Text } from '../text.ts';
import { formatting } from './formatting.ts';

const { number } = formatting;

export const shared: Text['shared'] = {
  title: (partner, library) => `${partner} ak ${library}`,
  lead: 'Sa ki planifye, sa nou deside, ak konbyen moun ki te vini. Non pèsonn pa sou paj sa a.',
  asOf: (moment) => `Jan sa te ye ${moment}.`,
  again: 'Gade ankò',
  looking: 'Ap gade',
  open: 'Ap fèt kounye a',
  ahead: 'Sa nou planifye ansanm',
  aheadNone: 'Pa gen anyen ki planifye pou kounye a.',
  agreed: 'Sa nou deside',
  you: 'Ou menm',
  address: 'Adrès',
  sessionNotes: 'Nòt pou toude',
  held: 'Sa ki te soti ladan l',
  ended: 'Paj sa a fini',
  endedText: 'Bibliyotèk la pa montre anyen isit la ankò. Si se yon erè, mande l yon nouvo lyen.',
  leave: 'Wete l nan navigatè sa a',
  leaveTitle: 'Wete paj sa a nan navigatè sa a?',
  leaveText: 'Anyen ladan l p ap rete isit la. Pou li l ankò ou bezwen yon nouvo lyen nan men bibliyotèk la.',
  leaving: 'Ap wete l',

  prepare: {
    open: 'Prepare demann pou yon klas',
    title: 'Prepare demann pou yon klas',
    back: 'Tounen sou paj la',
    closed: 'Ou pa ka prepare demann pou sesyon sa a isit la ankò.',
    prepared: 'Demann ki prepare',
    text: 'Bibliyotèk la prepare yon kat pou chak timoun ki sou lis ou a. Non yo sele nan navigatè sa a anvan yo voye: se anplwaye bibliyotèk la sèlman ki ka louvri yo, epi paj sa a p ap montre yo ankò. Ou bezwen yon rezo.',
    names: 'Non',
    namesHint: 'Yon timoun pa liy. Ou ka kole yon lis ki soti nan yon fèy kalkil.',
    count: (names) => (names === 0 ? 'Poko gen non' : `${number(names)} non`),
    twice: 'Plis pase yon fwa sou lis la. Si se de timoun, kite toude.',
    tooLong: (places, most) => `Yon non ka gen ${number(most)} lèt. Fè nimewo ${places} pi kout.`,
    tooMany: (left) =>
      left === 0 ? 'Pou sesyon sa a ou pa ka prepare plis.' : `Pou sesyon sa a ou ka prepare ${number(left)} anplis. Fè lis la pi kout.`,
    known: 'Dat nesans, paran ak telefòn (si ou vle)',
    knownText: 'Sa ou bay isit la, yo p ap bezwen mande l jou a.',
    language: 'Lang fanmi yo',
    agreed: 'Sa paran yo dakò',
    send: (count) => (count === 0 ? 'Voye demann yo' : `Voye ${number(count)} demann`),
    sending: 'N ap sele epi n ap voye',
    sent: (count) => `${number(count)} demann rive nan bibliyotèk la`,
    inAll: (prepared) => `Ou prepare ${number(prepared)} pou sesyon sa a.`,
    notSent: 'Yo pa voye',
    noNetwork: 'Sèvè bibliyotèk la pa reponn. Non yo toujou la, sou ekran sa a epi okenn lòt kote. Voye yo ankò lè gen rezo.',
    noAnswer:
      'Okenn repons pa vini. Non yo toujou la, sou ekran sa a epi okenn lòt kote. Eseye ankò lè gen rezo: si yo te rive kanmenm, pèsonn p ap la de fwa. Jiska lè sa a ou pa ka chanje lis la.',
  },

  begin: {
    title: 'Yon paj pou ou',
    text: 'Bibliyotèk ou a pataje avèk ou sa nou planifye ansanm. Di kiyès ou ye, epi paj la ap louvri nan navigatè sa a, apati kounye a menm san rezo.',
    name: 'Non ou',
    nameHint: 'Pou bibliyotèk la konnen kiyès ki li paj la.',
    nameMissing: 'Ekri non ou.',
    button: 'Louvri paj la',
    working: 'Ap louvri',
    own: 'Lyen an mache yon sèl fwa: louvri l sou yon òdinatè oswa yon telefòn ki pou ou.',
  },

  access: {
    title: 'Pwòp paj pa yo',
    text: 'Yo ka li nan pwòp navigatè yo sa nou planifye ansanm (tit, kote, lè, objektif, kiyès ki pote kisa, nòt pou toude yo), ak konbyen moun ki te vini. Pa janm yon non, pa janm pwòp nòt ou.',
    prepares:
      'Pou yon vizit nan yon klas yo ka prepare tou demann pou kat bibliyotèk. Non sa yo sele nan navigatè yo: se bibliyotèk la sèlman ki ka louvri yo.',
    make: 'Fè yon lyen',
    another: 'Nouvo lyen',
    making: 'Ap fè yon lyen',
    link: 'Lyen pou yon sèl moun',
    until: (moment) => `Li mache yon sèl fwa, jiska ${moment}. Yon ansyen lyen pèsonn pa t louvri pa mache ankò.`,
    copy: 'Kopye lyen an',
    copied: 'Li kopye',
    mail: 'Ekri yon imèl',
    mailSubject: 'Sa nou planifye ansanm',
    mailText: (link) => `Louvri lyen sa a sou pwòp òdinatè oswa telefòn ou. Li mache yon sèl fwa.\n\n${link}\n`,
    readers: 'Kiyès ki li l, ak kijan pou fini sa, se nan Aparèy.',
    notYours: 'Yon kowòdonatè ka ba yo paj la.',
  },

  notes: 'Nòt pou toude',
  notesHint: 'Yo menm tou yo li sa. Pa mete non piblik la.',
};
