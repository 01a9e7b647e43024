// What a person reads while the camera looks for a code.

import type { Text } from '../text.ts';

export const scanner: Text['scanner'] = {
  starting: 'Kamera a ap limen',
  aim: 'Kenbe kòd la andedan kad la.',
  picture: 'Imaj kamera a',
  noCamera: 'Nou pa ka sèvi ak okenn kamera isit la. Tape kòd la pito.',
  refused: 'Wayside pa gen pèmisyon pou sèvi ak kamera a. Ba li pèmisyon nan reglaj navigatè a, oswa tape kòd la.',
  cannotDecode: 'Pati ki li kòd yo poko sou aparèy sa a. L ap vini pwochen fwa gen rezo; tape kòd la pito.',
};
