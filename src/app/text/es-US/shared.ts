// What a partner reads on its own page, how it is opened, how a class is prepared there, and how the library gives access to it.

import type { Text } from '../text.ts';
import { formatting } from './formatting.ts';

const { number } = formatting;

export const shared: Text['shared'] = {
  title: (partner, library) => `${partner} y ${library}`,
  lead: 'Lo que está planeado, lo que se acordó y cuántas personas vinieron. En esta página no está el nombre de nadie.',
  asOf: (moment) => `Al ${moment}.`,
  again: 'Ver de nuevo',
  looking: 'Viendo',
  open: 'En curso ahora',
  ahead: 'Lo planeado en conjunto',
  aheadNone: 'Por ahora no hay nada planeado.',
  agreed: 'Lo acordado',
  you: 'Ustedes',
  address: 'Dirección',
  sessionNotes: 'Notas para ambas partes',
  held: 'Lo que resultó',
  ended: 'Esta página terminó',
  endedText: 'La biblioteca ya no muestra nada aquí. Si es un error, pídale un enlace nuevo.',
  leave: 'Quitar de este navegador',
  leaveTitle: '¿Quitar esta página de este navegador?',
  leaveText: 'Aquí no queda nada de ella. Para leerla de nuevo necesita un enlace nuevo de la biblioteca.',
  leaving: 'Quitando',

  prepare: {
    open: 'Preparar solicitudes para una clase',
    title: 'Preparar solicitudes para una clase',
    back: 'Volver a la página',
    closed: 'Aquí ya no se pueden preparar solicitudes para esta sesión.',
    prepared: 'Solicitudes preparadas',
    text: 'La biblioteca prepara una tarjeta para cada niño de su lista. Los nombres se sellan en este navegador antes de enviarse: solo el personal de la biblioteca puede abrirlos, y esta página no los vuelve a mostrar. Hace falta una red.',
    names: 'Nombres',
    namesHint: 'Un niño por línea. Puede pegar una lista de una hoja de cálculo.',
    count: (names) => (names === 0 ? 'Ningún nombre todavía' : names === 1 ? '1 nombre' : `${number(names)} nombres`),
    twice: 'Más de una vez en la lista. Si son dos niños, deje los dos.',
    tooLong: (places, most) => `Un nombre puede tener ${number(most)} letras. Acorte el n.º ${places}.`,
    tooMany: (left) =>
      left === 0
        ? 'Para esta sesión no se pueden preparar más.'
        : left === 1
          ? 'Para esta sesión se puede preparar 1 más. Acorte la lista.'
          : `Para esta sesión se pueden preparar ${number(left)} más. Acorte la lista.`,
    known: 'Fechas de nacimiento, padres y teléfonos (opcional)',
    knownText: 'Lo que indique aquí no habrá que preguntarlo ese día.',
    language: 'Idioma de las familias',
    agreed: 'A qué dan su consentimiento los padres',
    send: (count) => (count === 0 ? 'Enviar las solicitudes' : count === 1 ? 'Enviar 1 solicitud' : `Enviar ${number(count)} solicitudes`),
    sending: 'Sellando y enviando',
    sent: (count) => (count === 1 ? 'Llegó a la biblioteca 1 solicitud' : `Llegaron a la biblioteca ${number(count)} solicitudes`),
    inAll: (prepared) => `Para esta sesión ha preparado ${number(prepared)}.`,
    notSent: 'No se envió',
    noNetwork:
      'El servidor de la biblioteca no respondió. Los nombres siguen aquí, en esta pantalla y en ningún otro lugar. Envíelos de nuevo cuando haya red.',
    noAnswer:
      'No llegó respuesta. Los nombres siguen aquí, en esta pantalla y en ningún otro lugar. Intente de nuevo cuando haya red: si a pesar de todo llegaron, nadie estará dos veces. Hasta entonces la lista no se puede cambiar.',
  },

  begin: {
    title: 'Una página para usted',
    text: 'Su biblioteca comparte con usted lo que planean en conjunto. Diga quién es y la página se abre en este navegador, desde ahora también sin red.',
    name: 'Su nombre',
    nameHint: 'Para que la biblioteca sepa quién lee la página.',
    nameMissing: 'Escriba su nombre.',
    button: 'Abrir la página',
    working: 'Abriendo',
    own: 'El enlace sirve una sola vez: ábralo en una computadora o un teléfono suyo.',
  },

  access: {
    title: 'Su propia página',
    text: 'Pueden leer en su propio navegador lo que planean en conjunto (título, lugar, horas, metas, quién lleva qué, las notas para ambas partes) y cuántas personas vinieron. Nunca un nombre, nunca sus notas internas.',
    prepares:
      'Para una visita a una clase también pueden preparar solicitudes de tarjetas de biblioteca. Esos nombres se sellan en su navegador: solo ustedes pueden abrirlos.',
    make: 'Crear un enlace',
    another: 'Enlace nuevo',
    making: 'Creando un enlace',
    link: 'Enlace para una persona',
    until: (moment) => `Sirve una sola vez, hasta ${moment}. Un enlace anterior que nadie abrió ya no sirve.`,
    copy: 'Copiar el enlace',
    copied: 'Copiado',
    mail: 'Escribir un correo',
    mailSubject: 'Lo que planeamos en conjunto',
    mailText: (link) => `Abra este enlace en su propia computadora o teléfono. Sirve una sola vez.\n\n${link}\n`,
    readers: 'Quién la lee, y cómo terminarlo, está en Dispositivos.',
    notYours: 'La coordinación puede darles la página.',
  },

  notes: 'Notas para ambas partes',
  notesHint: 'También las leen. Sin nombres del público.',
};
