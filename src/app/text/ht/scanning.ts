// Sa moun li bò kote yon bwat pou kòd, ak pandan kamera a limen.

import type { scanning as english } from '../en-US/scanning.ts';

export const scanning: typeof english = {
  scan: 'Eskane ak kamera a',
  stop: 'Fèmen kamera a',
  read: (code) => `Li: ${code}`,
  inUse: 'Yon lòt aplikasyon ap sèvi ak kamera a, oswa kamera a kanpe. Fèmen lòt aplikasyon an epi eseye ankò, oswa tape kòd la.',
  tryAgain: 'Eseye ankò',
  lightOn: 'Limen limyè a',
  lightOff: 'Etenn limyè a',
  camera: 'Kamera',
  cameraNumber: (number) => `Kamera ${number}`,
};
