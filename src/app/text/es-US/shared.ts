// What a partner reads on its own page, how it is opened, and how the library gives access to it.

import type { Text } from '../text.ts';

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
