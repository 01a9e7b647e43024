// What the first screens say: loaded before the first drawing when this language was chosen.

import type { First } from '../text.ts';
import { deliveryState } from './delivery-state.ts';
import { formatting } from './formatting.ts';
import { problems } from './problems.ts';
import { sessions } from './sessions.ts';
import { shell } from './shell.ts';
import { today } from './today.ts';
import { words } from './words.ts';

export const first: First = {
  language: 'es-US',
  direction: 'ltr',
  deliveryState,
  formatting,
  problems,
  sessions,
  shell,
  today,
  words,
};
