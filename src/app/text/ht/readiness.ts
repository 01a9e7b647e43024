// Sa yon moun li anvan li soti: sa ki verifye, ak sa pou fè ak rès la.

import type { Rest } from '../text.ts';
import { formatting } from './formatting.ts';

const { number, duration, bytes } = formatting;

export const readiness: Rest['readiness'] = {
  title: 'Pare pou soti',
  checking: 'Ap gade aparèy sa a',
  lookingAt: (done, total) => `${number(done)} sou ${number(total)}`,
  ready: 'Aparèy sa a pare',
  readyText: 'Tout bagay fèk eseye, epi yo mache.',
  notReady: (count) => (count === 1 ? '1 bagay pou fè anvan' : `${number(count)} bagay pou fè anvan`),
  notReadyText: 'Chak liy di sa pou fè. Apre sa, verifye ankò.',
  until: (moment) => `Verifye ${moment}. Li bon jiska fen jounen an.`,
  again: 'Verifye ankò',
  state: { good: 'Bon', todo: 'Pou fè', note: 'Gade w menm', waiting: 'Ap tann' },
  toDelivery: 'Louvri Anvwa',
  toCards: 'Louvri Nimewo kat',
  toSchedule: 'Louvri kalandriye a',
  askToKeep: 'Mande pwoteksyon',
  keepThem: 'Kenbe yo isit la',
  unread: 'Nou pa t ka gade sa. Verifye ankò; si li rete konsa, pale ak ekip enfòmatik bibliyotèk la.',
  device: {
    never: 'Poko verifye pou soti',
    ready: (ago) => `Pare pou soti, verifye sa gen ${ago}`,
    notReady: (ago, lines) => `Pa pare pou soti, verifye sa gen ${ago}: ${lines}`,
    stale: (ago) => `Dènye verifikasyon pou soti: sa gen ${ago}`,
  },

  lines: {
    app: {
      title: 'Aplikasyon an, antye',
      say: {
        complete: ({ count }) => `Tout ${number(count)} pati yo louvri depi sou aparèy sa a.`,
        mended: ({ count, other }) => `${number(count)} sou ${number(other)} pati te manke, epi nou chèche yo ankò.`,
        broken: ({ count, other, names }) =>
          `${number(count)} sou ${number(other)} pati pa ka louvri: ${names}. Konekte ak yon rezo epi verifye ankò.`,
        unsupported: () =>
          'Aplikasyon an poko rete sou aparèy sa a. Rete yon minit sou yon rezo, soti nan navigasyon prive, epi verifye ankò.',
      },
    },
    delivery: {
      title: 'An kontak ak sèvè a',
      say: {
        fresh: ({ seconds }) => `Sèvè a reponn sa gen ${duration(seconds)}. Plan yo ajou.`,
        old: ({ seconds }) => `Dènye fwa sèvè a te reponn se sa gen ${duration(seconds)}. Konekte yon fwa anvan ou soti.`,
        never: () => 'Sèvè a poko janm reponn aparèy sa a. Konekte yon fwa anvan ou soti.',
        filling: () => 'Sesyon bibliyotèk la toujou ap rive. Rete sou rezo a jiskaske yo la.',
        revoked: () => 'Bibliyotèk la fèmen aksè aparèy sa a. Pran yon lòt aparèy, epi di kowòdonatè a sa.',
      },
    },
    unsent: {
      title: 'Pa gen anyen ki rete dèyè',
      say: {
        none: () => 'Tout sa ki anrejistre isit la sou sèvè a.',
        waiting: ({ count }) => `${number(count)} dosye poko voye. Yo an sekirite isit la; voye yo anvan ou soti.`,
        attention: ({ count }) => `${number(count)} dosye bezwen atansyon.`,
        carrying: ({ count }) => `Aparèy sa a ap pote ${number(count)} dosye yon lòt aparèy. Voye yo anvan ou soti.`,
      },
    },
    sessions: {
      title: 'Sesyon jodi a ak demen',
      say: {
        here: ({ count, other }) => `${number(count)} sesyon nan ${number(other)} sit, tout la.`,
        none: () => 'Pa gen okenn ki planifye pou jodi a ni demen. Ou ka kòmanse youn nenpòt kote.',
        siteMissing: ({ names }) => `Sit la manke pou: ${names}. Konekte yon fwa epi verifye ankò.`,
        twice: ({ names }) =>
          `Tout la. Yon bibliyobis, yon moun oswa yon aparèy planifye nan de kote an menm tan: ${names}. Kalandriye a di kilès.`,
      },
    },
    sessionFiles: {
      title: 'Fichye pou sesyon jodi a ak demen',
      say: {
        here: ({ count }) => `${number(count)} fichye yo dwe montre, tout la.`,
        none: () => 'Yo pa gen fichye pou montre.',
        missing: ({ names }) => `Aparèy sa a poko kenbe yo: ${names}. Kenbe yo pandan gen rezo.`,
        coming: ({ names }) => `Y ap vini toujou: ${names}. Rete sou rezo a jiskaske yo la.`,
      },
    },
    files: {
      title: 'Fichye pou montre',
      say: {
        read: ({ count }) => `${number(count)} fichye li depi sou aparèy sa a.`,
        opened: ({ count }) => `${number(count)} fichye li depi sou aparèy sa a, epi yon PDF louvri.`,
        none: () => 'Pa gen okenn fichye ki rete sou aparèy sa a.',
        missing: ({ count, names }) => `${number(count)} pa konplè: ${names}. Rete sou rezo a jiskaske yo la.`,
        bad: ({ names }) => `Pa ka li ankò: ${names}. Retire l sou aparèy sa a epi kenbe l ankò.`,
        noReader: ({ names }) => `Yo la, men pati ki montre PDF yo poko la: ${names}. Rete yon minit sou yon rezo epi verifye ankò.`,
        notOpened: ({ names }) =>
          `Li la, men nou pa t ka louvri l: ${names}. Sou yon rezo, retire l sou aparèy sa a epi kenbe l ankò; si sa pa chanje, pote l sou papye.`,
      },
    },
    sealing: {
      title: 'Sele enskripsyon',
      say: {
        sealed: ({ names }) => `Yon enskripsyon envante sele byen. Se bon kle a (${names}…).`,
        missing: () => 'Pa gen kle pou sele isit la. Konekte yon fwa; si li rete konsa, kowòdonatè a dwe fè youn.',
        swapped: () => 'Kle pou sele a pa koresponn ak non li. Pa pran enskripsyon, epi di kowòdonatè a sa touswit.',
        failed: () => 'Sele a pa mache. Pa pran enskripsyon isit la, epi pale ak ekip enfòmatik bibliyotèk la.',
      },
    },
    saving: {
      title: 'Anrejistre',
      say: {
        saved: () => 'Yon bagay ekri, li, epi efase.',
        slow: ({ seconds }) => `Anrejistre a pran ${number(Math.round(seconds))} segonn. Rekòmanse aparèy la.`,
        refused: ({ names }) => `Anrejistre a pa mache (${names}). Fèmen lòt onglè Wayside yo, fè plas, rekòmanse aparèy la.`,
      },
    },
    storage: {
      title: 'Plas ak pwoteksyon',
      say: {
        kept: ({ bytes: free }) => `Navigatè a ap kenbe sa ki la, epi gen ${bytes(free)} lib.`,
        notKept: () => 'Navigatè a ka efase sa ki la. Enstale Wayside sou ekran dakèy la epi mande pwoteksyon.',
        full: ({ bytes: free }) => `Gen sèlman ${bytes(free)} lib. Fè plas sou aparèy la.`,
        unknown: () => 'Navigatè sa a pa di sa. Voye souvan.',
      },
    },
    clock: {
      title: 'Lè aparèy la',
      say: {
        right: () => 'Li dakò ak sèvè a.',
        known: ({ seconds }) => `Li te dakò ak sèvè a sa gen ${duration(seconds)}.`,
        fast: ({ seconds }) => `Li an avans ${duration(seconds)}. Regle l nan paramèt aparèy la.`,
        slow: ({ seconds }) => `Li an reta ${duration(seconds)}. Regle l nan paramèt aparèy la.`,
        unknown: () => 'Yo poko janm konpare l ak sèvè a. Konpare l ak mont ou.',
      },
    },
    languages: {
      title: 'Lang',
      say: {
        here: ({ count }) => `${number(count)} lang la, antye.`,
        missing: ({ names }) => `Sa ki manke: ${names}. Konekte yon fwa epi verifye ankò.`,
      },
    },
    scanner: {
      title: 'Li kòd',
      say: {
        here: () => 'Pati ki li kòd yo la.',
        missing: () => 'Pati ki li kòd yo poko la. Rete yon minit sou yon rezo epi verifye ankò.',
      },
    },
    camera: {
      title: 'Kamera',
      say: {
        allowed: () => 'Wayside ka sèvi avè l.',
        asks: () => 'Navigatè a ap mande w premye fwa ou eskane. Di wi.',
        denied: () => 'Li entèdi pou Wayside. Otorize l nan paramèt navigatè a pou paj sa a.',
        unknown: () => 'Navigatè sa a pa di sa. Eskane yon bagay yon fwa.',
      },
    },
    parcels: {
      title: 'Voye san rezo',
      say: {
        able: () => 'Aparèy sa a ka sele sa yon lòt ap pote.',
        missing: () => 'Kle sèvè a pou sa poko la. Konekte yon fwa epi verifye ankò.',
      },
    },
    cards: {
      title: 'Nimewo kat',
      say: {
        left: ({ count }) => `Rete ${number(count)}.`,
        few: ({ count }) => `Rete sèlman ${number(count)}.`,
        used: () => 'Tout fin sèvi. Bay aparèy sa a yon lòt seri.',
        none: () => 'Aparèy sa a pa gen seri pa li. Ou ka eskane kat yo kanmenm.',
      },
    },
    pin: {
      title: 'PIN kyòs sa a',
      say: {
        chosen: () => 'Ou chwazi l lè w ap bay tablèt la. Ekri li yon kote: pèsonn pa ka jwenn li pou ou.',
      },
    },
    battery: {
      title: 'Batri',
      say: {
        full: ({ count }) => `${number(count)} %.`,
        charging: ({ count }) => `${number(count)} %, ap chaje. Kite l ploge tout tan ou kapab.`,
        low: ({ count }) => `${number(count)} %. Chaje l, oswa pote yon batri pòtab.`,
        unknown: () => 'Navigatè sa a pa di sa. Gade l, epi pote yon kab.',
      },
    },
  },
};
