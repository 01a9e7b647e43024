// What staff read about handing a device to the public, taking it back, and PINs.

import type { Text } from '../text.ts';
import { formatting } from './formatting.ts';

const { duration, number } = formatting;

export const handOver: Text['handOver'] = {
  title: 'Bay kòm kyòs',
  menu: 'Bay kòm kyòs',
  lead: 'Vizitè yo enskri poukont yo sou aparèy sa a. Ekran anplwaye yo fèmen jiskaske yon moun mete yon PIN.',
  reading: 'Ap gade si aparèy sa a pare',
  backToSession: 'Tounen nan sesyon an',

  offers: 'Pou kisa vizitè yo ka enskri?',
  offersNone: 'Chwazi omwen yon bagay.',
  offersUsual: 'Anyen pa di aparèy sa a kisa sesyon an ofri. Men sa nou konn ofri. Chanje yo si ou bezwen.',
  offersOf: (kinds) => `Sesyon an ofri: ${kinds}.`,
  offersNothing: 'Sesyon an pa ofri okenn enskripsyon: nou mande vizitè yo sèlman kijan sa te ye.',
  planned: {
    label: 'Sesyon ki planifye pou chwazi',
    hint: 'Moun ki enskri nan youn ap sou lis sesyon sa a, sou chak tablèt anplwaye yo.',
    choose: 'Chwazi yon sesyon',
    chosen: 'Sesyon vizitè yo ka chwazi',
  },
  programs: 'Pwogram pou chwazi',
  programsHint: 'Youn sou chak liy. Si pa gen okenn, “Yon pwogram” vle di sesyon sa a.',
  programsMany: (most) => `Pa plis pase ${number(most)} pwogram.`,
  programLong: (most) => `Fè chak liy vin pi kout: ${number(most)} lèt pou pi plis.`,
  languages: 'Lang sou premye ekran an',
  languagesHint: 'Nan lòd sa a. Retire sa ou pa bezwen.',
  languagesNone: 'Chwazi omwen yon lang.',
  first: (language) => `Monte ${language}`,

  pinTitle: 'Pou ou reprann li',
  pinOf: (names) => `Pou soti nan kyòs la, fòk ou gen PIN ${names}.`,
  pinChoose: 'Chwazi yon PIN pou kyòs sa a',
  pinChooseHint:
    '4 a 6 chif. Yo mande li pou soti nan kyòs la. Pèsonn nan lis anplwaye ou yo poko gen PIN; ou mete li nan Reglaj, Non anplwaye yo.',
  pinChooseHintKiosk: '4 a 6 chif. Yo mande li pou soti nan kyòs la. Ekri li yon kote: pèsonn pa ka jwenn li pou ou.',
  pinMissing: 'Mete 4 a 6 chif.',

  lockTitle: 'Bloke aparèy la tou',
  lockText: 'Wayside kenbe vizitè yo nan kyòs la, men se sistèm aparèy la sèlman ki ka kenbe yo nan Wayside. Limen sa anvan ou ale:',
  lock: {
    android: 'Android',
    androidText:
      'Paramèt, Sekirite, App pinning: limen li, epi mande PIN nan anvan yo detache aplikasyon an. Apre sa louvri Wayside, montre dènye aplikasyon yo, peze ikòn Wayside la, epi chwazi Pin.',
    ios: 'iPad ak iPhone',
    iosText:
      'Settings, Accessibility, Guided Access: limen li epi mete yon kòd. Apre sa louvri Wayside sou ekran dakèy la, epi peze bouton sou kote a oswa bouton dakèy la twa fwa.',
    chromeos: 'Chromebook',
    chromeosText:
      'Mande moun ki okipe òdinatè yo pou yo fè Wayside mache kòm aplikasyon kyòs oswa nan yon sesyon envite yo jere. Yon senp sesyon envite pa kenbe anyen.',
    keyboard: 'Fèmen sijesyon mo klavye ekran an: klavye ka sonje sa moun ekri, e Wayside pa ka anpeche sa.',
  },

  unfinishedTitle: 'Gen yon enskripsyon ki poko anrejistre',
  unfinishedText: 'Lè ou bay aparèy la, sa ki te ekri a efase. Si ou bezwen li toujou, anrejistre li anvan.',
  unfinishedOpen: 'Ale nan enskripsyon an',

  hand: 'Bay li kounye a',
  handing: 'Ap bay li',
  notReady: 'Aparèy sa a poko ka bay kòm kyòs',
  askAgain: 'Mande navigatè a ankò',
  asking: 'Ap mande',
  hindrance: {
    storage: {
      title: 'Navigatè a ka jete sa ki anrejistre isit la',
      text: 'Mande li ankò pou li kenbe done Wayside yo. Si li toujou di non, enstale Wayside (meni navigatè a, Install app oswa Add to home screen), louvri li la, epi eseye ankò. Si se yon fenèt prive oswa yon fenèt envite, li pa kenbe anyen: fèmen li, epi louvri Wayside nan yon fenèt nòmal.',
    },
    private: {
      title: 'Sa sanble yon fenèt prive',
      text: 'Yon fenèt prive bliye tout bagay lè li fèmen, enskripsyon yo tou. Louvri Wayside nan yon fenèt nòmal, oswa ak ikòn li sou ekran dakèy la.',
    },
    ios: {
      title: 'Louvri Wayside sou ekran dakèy la',
      text: 'Nan Safari, enskripsyon yo ka pèdi apre kèk jou. Peze Share, apre sa Add to Home Screen, louvri Wayside ak ikòn li, epi anrejistre sa a.',
    },
    key: {
      title: 'Kle pou sele a pa sou aparèy sa a',
      text: 'San li, enskripsyon yo pa ka byen pwoteje. Li vini ak pwochen anvwa a. Si li pa vini, mande kowòdonatè ou a fè kle pou sele a.',
    },
    session: {
      title: 'Sesyon sa a pa louvri',
      text: 'Kòmanse sesyon an anvan: chak enskripsyon fè pati yon sesyon.',
    },
  },

  leave: {
    title: 'Pou anplwaye bibliyotèk la',
    text: 'Mete PIN ou pou soti nan kyòs la.',
    pin: 'PIN',
    show: 'Montre PIN nan',
    hide: 'Kache PIN nan',
    hidden: '(kache)',
    button: 'Soti nan kyòs la',
    checking: 'Ap tcheke',
    stay: 'Tounen nan kyòs la',
    wrong: 'PIN sa a pa bon.',
    wait: (seconds) => `Twòp PIN ki pa bon. Tann ${duration(seconds)}, epi eseye ankò.`,
    forgot: 'Mwen pa konnen PIN nan',
    forgotTitle: 'Repran aparèy la san PIN',
    forgotText: 'Mande kowòdonatè a yon kòd: Reglaj, Aparèy, Lye yon aparèy. Li bezwen yon rezo, epi anyen ki sere isit la pap pèdi.',
  },

  signAtDesk: 'Siyati paran an oswa responsab timoun nan: li chwazi siyen sou papye sou tab la.',

  start: {
    title: 'Aparèy sa a se yon kyòs',
    lead: 'Eskane oswa ekri kòd yon sesyon, apre sa bay aparèy la.',
    codeTitle: 'Pou ki sesyon?',
    delivery: 'Anvwa',
    joined: (title) => `Sesyon: ${title}`,
    other: 'Yon lòt sesyon',
    unknown: 'Yon sesyon ou antre ladan l ak kòd li',
  },

  pin: {
    label: 'PIN',
    hint: '4 a 6 chif. Li pèmèt moun sa a soti nan kyòs la, e yo mande li lè yo chwazi non li sou yon aparèy. Li kenbe vizitè yo deyò ekran anplwaye yo; li pa pwoteje sa ki sou yon aparèy yo vòlè.',
    has: 'Gen yon PIN. Ekri yon lòt pou chanje li.',
    remove: 'Retire PIN nan',
    wrong: 'Yon PIN gen 4 a 6 chif.',
    ask: (name) => `PIN ${name}`,
    askText: 'Non sa a gen yon PIN.',
    confirm: 'Kontinye',
  },
};
