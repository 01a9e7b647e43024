// What a person reads while the camera looks for a code.

import type { Text } from '../text.ts';

export const scanner: Text['scanner'] = {
  starting: 'Encendiendo la cámara',
  aim: 'Ponga el código dentro del marco.',
  picture: 'Imagen de la cámara',
  noCamera: 'Aquí no se puede usar ninguna cámara. Escriba el código.',
  refused: 'Wayside no tiene permiso para usar la cámara. Permítala en los ajustes del navegador, o escriba el código.',
  cannotDecode: 'La parte que lee códigos aún no está en este dispositivo. Llegará con la próxima red; mientras tanto, escriba el código.',
};
