// English (United States), put together from one file a subject.

import { access } from './en-US/access.ts';
import { delivery } from './en-US/delivery.ts';
import { formatting } from './en-US/formatting.ts';
import { importing } from './en-US/importing.ts';
import { problems } from './en-US/problems.ts';
import { sealing } from './en-US/sealing.ts';
import { sessions } from './en-US/sessions.ts';
import { settings } from './en-US/settings.ts';
import { shell } from './en-US/shell.ts';
import { signUps } from './en-US/sign-ups.ts';
import { words } from './en-US/words.ts';

export const enUS = {
  language: 'en-US',
  direction: 'ltr',
  access,
  delivery,
  formatting,
  importing,
  problems,
  sealing,
  sessions,
  settings,
  shell,
  signUps,
  words,
} as const;
