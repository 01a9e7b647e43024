// Every problem code in words: what happened, what is safe, what to do next. The code itself is shown beside them.

import type { First } from '../text.ts';

const nothingLost = 'Todo lo guardado en este dispositivo sigue aquí.';
const nothingSaved = 'No se cambió nada. Lo que escribió sigue en la pantalla.';
const heldSafe = 'El registro está a salvo: en este dispositivo, y retenido en el servidor.';
const askCoordinator = 'Pida a la coordinación que lo revise.';
const openAgain = 'Cierre Wayside y ábralo de nuevo para tener la versión más nueva.';
const triesAgain = 'Wayside lo intenta de nuevo por su cuenta.';

export const problems: First['problems'] = {
  'input-invalid': {
    happened: 'Algo de lo escrito no se puede usar.',
    safe: nothingSaved,
    next: 'Corrija los campos marcados e intente de nuevo.',
  },
  'storage-full': {
    happened: 'A este dispositivo no le queda espacio.',
    safe: nothingSaved,
    next: 'Libere espacio en el dispositivo y guarde otra vez.',
  },
  'storage-unavailable': {
    happened: 'Este dispositivo no dejó que Wayside guardara nada.',
    safe: nothingSaved,
    next: 'Cierre otras pestañas de Wayside, salga de la navegación privada e intente de nuevo.',
  },
  'storage-timeout': {
    happened: 'Guardar tardó demasiado y se detuvo.',
    safe: nothingSaved,
    next: 'Intente de nuevo. Si sigue pasando, reinicie el dispositivo.',
  },
  'storage-newer': {
    happened: 'En este dispositivo se ha usado una versión más nueva de Wayside.',
    safe: nothingLost,
    next: openAgain,
  },
  'storage-blocked': {
    happened: 'Otra pestaña de Wayside está usando los datos.',
    safe: nothingLost,
    next: 'Cierre las otras pestañas de Wayside.',
  },
  'server-unreachable': {
    happened: 'No se puede llegar al servidor de la biblioteca.',
    safe: nothingLost,
    next: `Siga trabajando. ${triesAgain}`,
  },
  'server-answer-unreadable': {
    happened: 'Respondió algo que no es el servidor de la biblioteca.',
    safe: nothingLost,
    next: `Si esta red tiene una página para entrar, ábrala en el navegador. ${triesAgain}`,
  },
  'server-busy': { happened: 'El servidor está ocupado.', safe: nothingLost, next: triesAgain },
  'server-failed': {
    happened: 'El servidor tuvo una falla.',
    safe: nothingLost,
    next: `${triesAgain} Si continúa, avise al equipo de informática de su biblioteca.`,
  },
  'request-unreadable': { happened: 'El servidor no pudo leer la solicitud.', safe: nothingLost, next: 'Intente de nuevo.' },
  'request-too-large': {
    happened: 'La solicitud era demasiado grande para el servidor.',
    safe: nothingLost,
    next: 'Wayside envía partes más pequeñas por su cuenta.',
  },
  'request-invalid': {
    happened: 'El servidor no pudo usar lo que se envió.',
    safe: nothingSaved,
    next: 'Revise los campos e intente de nuevo.',
  },
  'route-unknown': { happened: 'El servidor no conoce esta solicitud.', safe: nothingLost, next: openAgain },
  'method-not-allowed': { happened: 'El servidor no conoce esta solicitud.', safe: nothingLost, next: openAgain },
  'protocol-unsupported': { happened: 'Esta versión de Wayside y el servidor no se entienden.', safe: nothingLost, next: openAgain },
  'origin-refused': {
    happened: 'El servidor rechazó una solicitud de otra dirección.',
    safe: nothingLost,
    next: 'Abra Wayside en la dirección que le dio su biblioteca.',
  },
  'rate-limited': { happened: 'Demasiados intentos en poco tiempo.', safe: nothingLost, next: 'Espere un poco e intente de nuevo.' },
  'not-enrolled': {
    happened: 'Este dispositivo no está vinculado con la biblioteca.',
    safe: nothingLost,
    next: 'Pida a la coordinación un código de vinculación.',
  },
  'device-revoked': {
    happened: 'La biblioteca terminó el acceso de este dispositivo.',
    safe: `${nothingLost} Lo que falta por enviar todavía se entrega al servidor, que lo retiene.`,
    next: 'Pida a la coordinación que lo vincule de nuevo.',
  },
  'library-mismatch': {
    happened: 'Este dispositivo tiene trabajo de otra biblioteca.',
    safe: nothingLost,
    next: 'Envíe ese trabajo, o guarde un archivo de rescate, antes de pasar a otra biblioteca.',
  },
  'not-allowed': { happened: 'Su función no incluye esto.', safe: nothingSaved, next: askCoordinator },
  'not-found': { happened: 'Ya no está ahí.', safe: nothingLost, next: 'Vuelva atrás y mire otra vez.' },
  'fact-unreadable': { happened: 'El servidor no pudo leer este registro.', safe: heldSafe, next: askCoordinator },
  'fact-invalid': { happened: 'El servidor no puede usar este registro tal como está.', safe: heldSafe, next: askCoordinator },
  'fact-hash-mismatch': { happened: 'Este registro se dañó en el camino.', safe: heldSafe, next: 'Envíelo de nuevo.' },
  'fact-id-taken': { happened: 'Otro registro tiene el mismo número.', safe: heldSafe, next: askCoordinator },
  'fact-kind-unknown': {
    happened: 'El servidor es más antiguo que esta aplicación y aún no conoce este tipo de registro.',
    safe: heldSafe,
    next: 'Envíelo de nuevo cuando el servidor esté actualizado.',
  },
  'fact-not-allowed': {
    happened: 'La función de este dispositivo no incluye este tipo de registro.',
    safe: heldSafe,
    next: askCoordinator,
  },
  'fact-too-large': {
    happened: 'Este registro es demasiado grande para el servidor.',
    safe: 'El registro está a salvo en este dispositivo.',
    next: askCoordinator,
  },
  'fact-other-library': { happened: 'Este registro es de otra biblioteca.', safe: heldSafe, next: askCoordinator },
  'fact-erased': { happened: 'Este registro se borró a petición.', safe: 'Sigue borrado en todas partes.', next: 'No hay nada que hacer.' },
  'fact-from-revoked-device': {
    happened: 'El acceso de este dispositivo terminó antes de que llegara el registro.',
    safe: heldSafe,
    next: 'Pida a la coordinación que vincule el dispositivo de nuevo.',
  },
  'sealing-key-missing': {
    happened: 'Este dispositivo no tiene clave de sellado, así que las inscripciones no se pueden proteger.',
    safe: nothingSaved,
    next: 'Conéctese una vez con el servidor. Si sigue igual, pida a la coordinación que cree la clave de sellado.',
  },
  'pin-wrong': { happened: 'Este PIN no es correcto.', safe: nothingLost, next: 'Revíselo y escríbalo de nuevo.' },
  'pin-wait': {
    happened: 'Se escribieron varios PIN incorrectos.',
    safe: nothingLost,
    next: 'Espere un poco y vuelva a escribir el PIN.',
  },
  bug: {
    happened: 'Algo falló en Wayside.',
    safe: nothingLost,
    next: 'Abra la pantalla otra vez. Si vuelve a pasar, avise al equipo de informática de su biblioteca.',
  },
};
