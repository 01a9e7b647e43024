// What the first screens say: loaded with the app.

import { delivery } from './delivery.ts';
import { formatting } from './formatting.ts';
import { problems } from './problems.ts';
import { sessions } from './sessions.ts';
import { shell } from './shell.ts';
import { today } from './today.ts';
import { words } from './words.ts';

export const first = {
  language: 'en-US',
  direction: 'ltr',
  delivery,
  formatting,
  problems,
  sessions,
  shell,
  today,
  words,
} as const;
