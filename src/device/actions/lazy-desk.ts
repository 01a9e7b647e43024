// What is done at the desk and with things handed out, as the page has it: parts of their own, loaded when somebody does it, so that
// Today does not wait for them.

import type { ActionContext } from './capture.ts';
import type { calendarActions } from './calendars.ts';
import type { cardActions } from './cards.ts';
import type { fileActions } from './files.ts';
import type { followUpActions } from './follow-up.ts';
import type { handOutActions } from './hand-outs.ts';
import type { loanActions } from './loans.ts';
import type { placeActions } from './places.ts';
import type { sealingKeyActions } from './sealing-keys.ts';
import type { signUpActions } from './sign-ups.ts';
import type { titleActions } from './titles.ts';
import type { workshopActions } from './workshops.ts';

type Desk = ReturnType<typeof cardActions> &
  ReturnType<typeof fileActions> &
  ReturnType<typeof workshopActions> &
  ReturnType<typeof handOutActions> &
  ReturnType<typeof loanActions> &
  ReturnType<typeof placeActions> &
  ReturnType<typeof signUpActions> &
  ReturnType<typeof titleActions> &
  ReturnType<typeof sealingKeyActions> & {
    /** All that is done with sign-ups at the desk, in one piece. */
    readonly followUp: () => Promise<ReturnType<typeof followUpActions>>;
    /** All that is done with calendars, in one piece: who begins with it needs most of it. */
    readonly calendars: () => Promise<ReturnType<typeof calendarActions>>;
  };

export function lazyDesk(context: ActionContext): Desk {
  const cards = () => import('./cards.ts').then((part) => part.cardActions(context));
  const loans = () => import('./loans.ts').then((part) => part.loanActions(context));
  const places = () => import('./places.ts').then((part) => part.placeActions(context));
  const signUps = () => import('./sign-ups.ts').then((part) => part.signUpActions(context));
  const files = () => import('./files.ts').then((part) => part.fileActions(context));
  const keys = () => import('./sealing-keys.ts').then((part) => part.sealingKeyActions(context));
  const workshops = () => import('./workshops.ts').then((part) => part.workshopActions(context));
  return {
    followUp: () => import('./follow-up.ts').then((part) => part.followUpActions(context)),
    calendars: () => import('./calendars.ts').then((part) => part.calendarActions(context)),
    linkCard: async (...given) => (await cards()).linkCard(...given),
    giveNextCard: async (...given) => (await cards()).giveNextCard(...given),
    spoilNextCard: async (...given) => (await cards()).spoilNextCard(...given),
    changeCardRange: async (...given) => (await cards()).changeCardRange(...given),
    changeSite: async (...given) => (await places()).changeSite(...given),
    changeOutlet: async (...given) => (await places()).changeOutlet(...given),
    changePartner: async (...given) => (await places()).changePartner(...given),
    changeResource: async (...given) => (await places()).changeResource(...given),
    changeStaff: async (...given) => (await places()).changeStaff(...given),
    changeLibrary: async (...given) => (await places()).changeLibrary(...given),
    changeDeviceName: async (...given) => (await places()).changeDeviceName(...given),
    handOut: (...given) => import('./hand-outs.ts').then((part) => part.handOutActions(context).handOut(...given)),
    takeSignUp: async (...given) => (await signUps()).takeSignUp(...given),
    takeSignUps: async (...given) => (await signUps()).takeSignUps(...given),
    correctSignUp: async (...given) => (await signUps()).correctSignUp(...given),
    checkIn: async (...given) => (await signUps()).checkIn(...given),
    lend: async (...given) => (await loans()).lend(...given),
    takeIn: async (...given) => (await loans()).takeIn(...given),
    takeBackHandOut: async (...given) => (await loans()).takeBackHandOut(...given),
    settleLoans: async (...given) => (await loans()).settleLoans(...given),
    markExported: async (...given) => (await loans()).markExported(...given),
    importTitles: (bytes) => import('./titles.ts').then((part) => part.titleActions(context).importTitles(bytes)),
    importStops: async (...given) => (await files()).importStops(...given),
    exportSessionCsv: async (...given) => (await files()).exportSessionCsv(...given),
    makeSealingKey: async (...given) => (await keys()).makeSealingKey(...given),
    addKeyHolder: async (...given) => (await keys()).addKeyHolder(...given),
    removeKeyWraps: async (...given) => (await keys()).removeKeyWraps(...given),
    changeTemplate: async (...given) => (await workshops()).changeTemplate(...given),
    tick: async (...given) => (await workshops()).tick(...given),
    answerSurvey: async (...given) => (await workshops()).answerSurvey(...given),
  };
}
