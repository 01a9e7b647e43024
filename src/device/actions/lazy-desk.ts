// What is done at the desk with sign-ups, keys and files, as the page has it: parts of their own, loaded when somebody does it, so that
// Today does not wait for them.

import type { ActionContext } from './capture.ts';
import type { cardActions } from './cards.ts';
import type { fileActions } from './files.ts';
import type { followUpActions } from './follow-up.ts';
import type { sealingKeyActions } from './sealing-keys.ts';
import type { workshopActions } from './workshops.ts';

type Desk = ReturnType<typeof cardActions> &
  ReturnType<typeof fileActions> &
  ReturnType<typeof followUpActions> &
  ReturnType<typeof sealingKeyActions> &
  ReturnType<typeof workshopActions>;

export function lazyDesk(context: ActionContext): Desk {
  const cards = () => import('./cards.ts').then((part) => part.cardActions(context));
  const followUp = () => import('./follow-up.ts').then((part) => part.followUpActions(context));
  const files = () => import('./files.ts').then((part) => part.fileActions(context));
  const keys = () => import('./sealing-keys.ts').then((part) => part.sealingKeyActions(context));
  const workshops = () => import('./workshops.ts').then((part) => part.workshopActions(context));
  return {
    linkCard: async (...given) => (await cards()).linkCard(...given),
    giveNextCard: async (...given) => (await cards()).giveNextCard(...given),
    spoilNextCard: async (...given) => (await cards()).spoilNextCard(...given),
    changeCardRange: async (...given) => (await cards()).changeCardRange(...given),
    followSignUps: async (...given) => (await followUp()).followSignUps(...given),
    askAboutSignUp: async (...given) => (await followUp()).askAboutSignUp(...given),
    mergeSignUps: async (...given) => (await followUp()).mergeSignUps(...given),
    keepSignUpsApart: async (...given) => (await followUp()).keepSignUpsApart(...given),
    takeBackFacts: async (...given) => (await followUp()).takeBackFacts(...given),
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
