// What all other screens say: a chunk of its own, loaded with the first of them.

import { delivery } from './delivery.ts';
import type { Rest } from '../text.ts';
import { access } from './access.ts';
import { asking } from './asking.ts';
import { attendance } from './attendance.ts';
import { calendars } from './calendars.ts';
import { cards } from './cards.ts';
import { roster } from './roster.ts';
import { scanning } from './scanning.ts';
import { erasing } from './erasing.ts';
import { files } from './files.ts';
import { followUp } from './follow-up.ts';
import { handOuts } from './hand-outs.ts';
import { handOver } from './hand-over.ts';
import { importing } from './importing.ts';
import { keyHolders } from './key-holders.ts';
import { kiosk } from './kiosk.ts';
import { loans } from './loans.ts';
import { moreProblems } from './more-problems.ts';
import { parcels } from './parcels.ts';
import { readiness } from './readiness.ts';
import { partners } from './partners.ts';
import { resources } from './resources.ts';
import { scanner } from './scanner.ts';
import { schedule } from './schedule.ts';
import { sealing } from './sealing.ts';
import { sessionSteps } from './session-steps.ts';
import { settings } from './settings.ts';
import { shared } from './shared.ts';
import { signUps } from './sign-ups.ts';
import { titles } from './titles.ts';
import { unsaved } from './unsaved.ts';
import { workshops } from './workshops.ts';

export const rest: Rest = {
  delivery,
  access,
  asking,
  attendance,
  calendars,
  cards,
  roster,
  scanning,
  erasing,
  files,
  followUp,
  handOuts,
  handOver,
  importing,
  keyHolders,
  kiosk,
  loans,
  moreProblems,
  parcels,
  readiness,
  partners,
  resources,
  scanner,
  schedule,
  sealing,
  sessionSteps,
  settings,
  shared,
  signUps,
  titles,
  unsaved,
  workshops,
};
