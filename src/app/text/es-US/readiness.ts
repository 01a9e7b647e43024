// Lo que una persona lee antes de salir: qué quedó comprobado y qué hacer con lo demás.

import type { Rest } from '../text.ts';
import { formatting, period } from './formatting.ts';

const { number, duration, bytes } = formatting;

export const readiness: Rest['readiness'] = {
  title: 'Listo para salir',
  checking: 'Revisando este dispositivo',
  lookingAt: (done, total) => `${number(done)} de ${number(total)}`,
  ready: 'Este dispositivo está listo',
  readyText: 'Todo se probó ahora mismo y funcionó.',
  notReady: (count) => (count === 1 ? '1 cosa por hacer antes' : `${number(count)} cosas por hacer antes`),
  notReadyText: 'Cada línea dice qué hacer. Después, revise de nuevo.',
  until: (moment) => `${period(`Revisado ${moment}`)} Vale hasta el final del día.`,
  again: 'Revisar de nuevo',
  state: { good: 'Bien', todo: 'Por hacer', note: 'Mire usted', waiting: 'En espera' },
  toDelivery: 'Abrir Envío',
  toCards: 'Abrir Números de tarjetas',
  toSchedule: 'Abrir el calendario',
  askToKeep: 'Pedir protección',
  keepThem: 'Guardarlos aquí',
  unread: 'Esto no se pudo revisar. Revise de nuevo; si sigue así, avise al equipo de informática de su biblioteca.',
  device: {
    never: 'Aún no se ha revisado para salir',
    ready: (ago) => `Listo para salir, revisado hace ${ago}`,
    notReady: (ago, lines) => `No está listo para salir, revisado hace ${ago}: ${lines}`,
    stale: (ago) => `Última revisión para salir: hace ${ago}`,
  },

  lines: {
    app: {
      title: 'La aplicación, completa',
      say: {
        complete: ({ count }) => `Las ${number(count)} partes se abrieron desde este dispositivo.`,
        mended: ({ count, other }) =>
          `${count === 1 ? 'Faltaba' : 'Faltaban'} ${number(count)} de ${number(other)} partes y ${count === 1 ? 'se trajo' : 'se trajeron'} de nuevo.`,
        broken: ({ count, other, names }) =>
          `${number(count)} de ${number(other)} partes no se pueden abrir: ${names}. Conéctese a una red y revise de nuevo.`,
        unsupported: () =>
          'La aplicación aún no está guardada en este dispositivo. Quédese un minuto en una red, salga de la navegación privada y revise de nuevo.',
      },
    },
    delivery: {
      title: 'En contacto con el servidor',
      say: {
        fresh: ({ seconds }) => `El servidor respondió hace ${duration(seconds)}. Los planes están al día.`,
        old: ({ seconds }) => `El servidor respondió por última vez hace ${duration(seconds)}. Conéctese una vez antes de salir.`,
        never: () => 'El servidor aún no ha respondido a este dispositivo. Conéctese una vez antes de salir.',
        filling: () => 'Las sesiones de la biblioteca todavía están llegando. Quédese en la red hasta que estén aquí.',
        revoked: () => 'La biblioteca terminó el acceso de este dispositivo. Lleve otro y avise a la coordinación.',
      },
    },
    unsent: {
      title: 'Nada pendiente de antes',
      say: {
        none: () => 'Todo lo registrado aquí está en el servidor.',
        waiting: ({ count }) =>
          count === 1
            ? 'Falta enviar 1 registro. Aquí está a salvo; envíelo antes de salir.'
            : `Falta enviar ${number(count)} registros. Aquí están a salvo; envíelos antes de salir.`,
        attention: ({ count }) => (count === 1 ? '1 registro requiere atención.' : `${number(count)} registros requieren atención.`),
        carrying: ({ count }) =>
          `Aquí se ${count === 1 ? 'lleva 1 registro' : `llevan ${number(count)} registros`} de otro dispositivo. Envíe antes de salir.`,
      },
    },
    sessions: {
      title: 'Las sesiones de hoy y mañana',
      say: {
        here: ({ count, other }) =>
          `${count === 1 ? '1 sesión' : `${number(count)} sesiones`} en ${other === 1 ? '1 sitio' : `${number(other)} sitios`}; todo está aquí.`,
        none: () => 'No hay ninguna planeada para hoy ni mañana. Puede empezar una en cualquier lugar.',
        siteMissing: ({ names }) => `Falta el sitio de: ${names}. Conéctese una vez y revise de nuevo.`,
        twice: ({ names }) =>
          `Todo está aquí. Un bibliobús, una persona o un dispositivo está planeado en dos lugares a la vez: ${names}. El calendario dice cuál.`,
      },
    },
    sessionFiles: {
      title: 'Archivos de las sesiones de hoy y mañana',
      say: {
        here: ({ count }) =>
          count === 1 ? 'El archivo que llevan (1) está aquí.' : `Los ${number(count)} archivos que llevan están aquí.`,
        none: () => 'No llevan archivos para mostrar.',
        missing: ({ names }) => `No están guardados aquí: ${names}. Guárdelos mientras haya red.`,
        coming: ({ names }) => `Todavía están llegando: ${names}. Quédese en la red hasta que estén aquí.`,
      },
    },
    files: {
      title: 'Archivos para mostrar',
      say: {
        read: ({ count }) =>
          count === 1 ? '1 archivo se leyó de este dispositivo.' : `${number(count)} archivos se leyeron de este dispositivo.`,
        opened: ({ count }) =>
          `${count === 1 ? '1 archivo se leyó' : `${number(count)} archivos se leyeron`} de este dispositivo, y se abrió un PDF.`,
        none: () => 'No hay ningún archivo guardado en este dispositivo.',
        missing: ({ count, names }) =>
          `${count === 1 ? '1 incompleto' : `${number(count)} incompletos`}: ${names}. Quédese en la red hasta que estén aquí.`,
        bad: ({ names }) => `Ya no se puede leer: ${names}. Quítelo de este dispositivo y guárdelo otra vez.`,
        noReader: ({ names }) =>
          `Están aquí, pero falta la parte que muestra los PDF: ${names}. Quédese un minuto en una red y revise de nuevo.`,
        notOpened: ({ names }) =>
          `Está aquí, pero no se pudo abrir: ${names}. Con red, quítelo de este dispositivo y guárdelo otra vez; si sigue así, llévelo en papel.`,
      },
    },
    sealing: {
      title: 'Sellar inscripciones',
      say: {
        sealed: ({ names }) => `Se selló una inscripción inventada. La clave es la correcta (${names}…).`,
        missing: () => 'Aquí no hay clave de sellado. Conéctese una vez; si sigue así, la coordinación debe crear una.',
        swapped: () => 'La clave de sellado no corresponde a su nombre. No tome inscripciones y avise de inmediato a la coordinación.',
        failed: () => 'No se pudo sellar. No tome inscripciones aquí y avise al equipo de informática de su biblioteca.',
      },
    },
    saving: {
      title: 'Guardar',
      say: {
        saved: () => 'Se escribió algo, se leyó y se borró.',
        slow: ({ seconds }) => `Guardar tardó ${number(Math.round(seconds))} segundos. Reinicie el dispositivo.`,
        refused: ({ names }) =>
          `No se pudo guardar (${names}). Cierre otras pestañas de Wayside, libere espacio y reinicie el dispositivo.`,
      },
    },
    storage: {
      title: 'Espacio y protección',
      say: {
        kept: ({ bytes: free }) => `El navegador conserva lo que hay aquí, y quedan ${bytes(free)} libres.`,
        notKept: () => 'El navegador puede borrar lo que hay aquí. Instale Wayside en la pantalla de inicio y pida protección.',
        full: ({ bytes: free }) => `Solo quedan ${bytes(free)} libres. Haga espacio en el dispositivo.`,
        unknown: () => 'Este navegador no lo dice. Envíe a menudo.',
      },
    },
    clock: {
      title: 'Reloj',
      say: {
        right: () => 'Coincide con el servidor.',
        known: ({ seconds }) => `Coincidía con el servidor hace ${duration(seconds)}.`,
        fast: ({ seconds }) => `Está adelantado ${duration(seconds)}. Corríjalo en los ajustes del dispositivo.`,
        slow: ({ seconds }) => `Está atrasado ${duration(seconds)}. Corríjalo en los ajustes del dispositivo.`,
        unknown: () => 'Nunca se ha comparado con el servidor. Compárelo con su reloj.',
      },
    },
    languages: {
      title: 'Idiomas',
      say: {
        here: ({ count }) => (count === 1 ? '1 idioma está aquí, completo.' : `${number(count)} idiomas están aquí, completos.`),
        missing: ({ names }) => `Falta: ${names}. Conéctese una vez y revise de nuevo.`,
      },
    },
    scanner: {
      title: 'Leer códigos',
      say: {
        here: () => 'La parte que lee códigos está aquí.',
        missing: () => 'La parte que lee códigos aún no está aquí. Quédese un minuto en una red y revise de nuevo.',
      },
    },
    camera: {
      title: 'Cámara',
      say: {
        allowed: () => 'Wayside puede usarla.',
        asks: () => 'El navegador preguntará al primer escaneo. Diga que sí.',
        denied: () => 'Está prohibida para Wayside. Permítala en los ajustes del navegador para esta página.',
        unknown: () => 'Este navegador no lo dice. Escanee algo una vez.',
      },
    },
    parcels: {
      title: 'Enviar sin red',
      say: {
        able: () => 'Este dispositivo puede sellar lo que otro lleve.',
        missing: () => 'La clave del servidor para eso aún no está aquí. Conéctese una vez y revise de nuevo.',
      },
    },
    cards: {
      title: 'Números de tarjetas',
      say: {
        left: ({ count }) => (count === 1 ? 'Queda 1.' : `Quedan ${number(count)}.`),
        few: ({ count }) => (count === 1 ? 'Solo queda 1.' : `Solo quedan ${number(count)}.`),
        used: () => 'Se usaron todos. Dé otro rango a este dispositivo.',
        none: () => 'Este dispositivo no tiene un rango propio. Las tarjetas se pueden escanear de todos modos.',
      },
    },
    pin: {
      title: 'PIN de este quiosco',
      say: {
        chosen: () => 'Usted lo elige al entregar esta tableta. Anótelo: nadie puede consultarlo.',
      },
    },
    battery: {
      title: 'Batería',
      say: {
        full: ({ count }) => `${number(count)} %.`,
        charging: ({ count }) => `${number(count)} %, cargando. Déjelo enchufado todo lo posible.`,
        low: ({ count }) => `${number(count)} %. Cárguelo, o lleve una batería externa.`,
        unknown: () => 'Este navegador no lo dice. Mírela, y lleve un cable.',
      },
    },
  },
};
