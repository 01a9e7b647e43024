// Lo que se lee junto a un campo para un código y mientras la cámara está encendida.

import type { scanning as english } from '../en-US/scanning.ts';

export const scanning: typeof english = {
  scan: 'Escanear con la cámara',
  stop: 'Apagar la cámara',
  read: (code) => `Leído: ${code}`,
  inUse: 'Otra aplicación está usando la cámara, o la cámara se detuvo. Cierre la otra aplicación e intente de nuevo, o escriba el código.',
  tryAgain: 'Intentar de nuevo',
  lightOn: 'Encender la luz',
  lightOff: 'Apagar la luz',
  camera: 'Cámara',
  cameraNumber: (number) => `Cámara ${number}`,
};
