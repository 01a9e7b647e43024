// Lo que se lee sobre quién guarda la clave de sellado: una segunda persona, una frase olvidada, una clave nueva.

import type { keyHolders as english } from '../en-US/key-holders.ts';
import { formatting } from './formatting.ts';

const { number } = formatting;

export const keyHolders: typeof english = {
  title: 'Quién puede abrir las inscripciones',
  made: (day) => `desde el ${day}`,
  older: 'desde que se creó la clave',
  two: 'Al menos dos personas deberían poder abrir las inscripciones. Si la única persona se va o la olvida, solo queda la hoja de recuperación.',
  add: 'Agregar una segunda persona',
  addMore: 'Agregar otra persona',
  addTitle: 'Dé a alguien su propia frase de acceso',
  addText: 'La persona la elige y la escribe aquí. Abre las mismas inscripciones que la suya, las antiguas y las nuevas.',
  yours: 'Una frase de acceso que abre la clave ahora',
  theirs: 'La nueva frase de acceso',
  theirHolder: 'Quién guarda la nueva frase de acceso',
  save: 'Guardar la frase de acceso',
  saving: 'Probando y guardando',
  saved: (keys) =>
    keys === 1
      ? 'Guardada. La nueva frase de acceso se ha probado y abre la clave.'
      : `Guardada. La nueva frase de acceso abre ${number(keys)} claves.`,
  missingYours: 'Escriba una frase de acceso que abra la clave.',
  remove: (holder) => `Quitar a ${holder}`,
  removeTitle: (holder) => `¿Quitar a ${holder}?`,
  removeText:
    'Su frase de acceso ya no abre nada en los dispositivos de la biblioteca, una vez que cada uno haya entregado. Pero quien haya copiado antes la clave cerrada todavía puede abrirla con esa frase.',
  removeThen: 'Si esa persona no debe poder abrir nada de lo que se tome desde ahora, cree después una nueva clave de sellado.',
  removeIt: 'Quitar',
  keep: 'Conservar',
  removed: (holder) => `Se quitó a ${holder}.`,
  lastStays: 'La última frase de acceso no se puede quitar. Agregue primero otra.',

  fresh: 'Nueva frase de acceso',
  freshText:
    'La hoja ha abierto las inscripciones. Elija una frase de acceso para la próxima vez; la anterior sigue sirviendo si alguien la recuerda.',
  freshHolder: 'Quién la guarda',

  rotate: 'Crear una clave nueva',
  rotateTitle: 'Una nueva clave de sellado',
  rotateText:
    'Cuando se va alguien que sabía la frase de acceso, o se pierde la hoja de recuperación. Cada dispositivo sella con la clave nueva desde su próxima entrega. Las claves antiguas siguen abriendo lo que se selló con ellas, con las frases antiguas.',
  rotateBegin: 'Crear una nueva clave de sellado',
  rotateStop: 'Conservar la clave que hay',
  rotated: 'La clave nueva está guardada. Las nuevas inscripciones se sellan con ella desde la próxima entrega de cada dispositivo.',
  old: (count) => (count === 1 ? '1 clave anterior' : `${number(count)} claves anteriores`),
  oldText:
    'Sus inscripciones se abren con las frases de entonces. Para abrirlas con una frase de hoy, agréguela como otra persona: escriba primero la frase antigua y luego la de hoy.',
  retiredSince: (day) => `En uso hasta el ${day}`,
};
