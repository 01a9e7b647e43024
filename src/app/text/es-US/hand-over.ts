// What staff read about handing a device to the public, taking it back, and PINs.

import type { Text } from '../text.ts';
import { formatting } from './formatting.ts';

const { duration, number } = formatting;

export const handOver: Text['handOver'] = {
  title: 'Entregar como quiosco',
  menu: 'Entregar como quiosco',
  lead: 'Las personas se inscriben por su cuenta en este dispositivo. Las pantallas del personal quedan cerradas hasta que se ingrese un PIN.',
  reading: 'Revisando si este dispositivo está listo',
  backToSession: 'Volver a la sesión',

  offers: '¿A qué pueden inscribirse?',
  offersNone: 'Elija al menos una cosa.',
  offersUsual: 'Nada le ha indicado a este dispositivo qué ofrece la sesión. Esto es lo de costumbre. Cámbielo si hace falta.',
  offersOf: (kinds) => `La sesión ofrece: ${kinds}.`,
  offersNothing: 'La sesión no ofrece ninguna inscripción: solo se pregunta a las personas qué les pareció.',
  planned: {
    label: 'Sesiones planeadas para elegir',
    hint: 'Quien se inscribe en una está en su lista, en cada tableta del personal.',
    choose: 'Elija una sesión',
    chosen: 'Sesiones que se pueden elegir',
  },
  programs: 'Programas para elegir',
  programsHint: 'Uno por línea. Si no hay ninguno, «Un programa» es esta sesión.',
  programsMany: (most) => `Como máximo ${number(most)} programas.`,
  programLong: (most) => `Acorte cada línea a ${number(most)} letras.`,
  languages: 'Idiomas en la primera pantalla',
  languagesHint: 'En este orden. Quite los que no necesite.',
  languagesNone: 'Elija al menos un idioma.',
  first: (language) => `Subir ${language}`,

  pinTitle: 'Para recuperarlo',
  pinOf: (names) => `Para salir del quiosco se pide el PIN de ${names}.`,
  pinChoose: 'Elija un PIN para este quiosco',
  pinChooseHint:
    'De 4 a 6 dígitos. Se pide para salir del quiosco. Nadie de su lista de personal tiene todavía un PIN; se pone en Configuración, Nombres del personal.',
  pinChooseHintKiosk: 'De 4 a 6 dígitos. Se pide para salir del quiosco. Anótelo: nadie puede consultarlo.',
  pinMissing: 'Ingrese de 4 a 6 dígitos.',

  lockTitle: 'Bloquee también el dispositivo',
  lockText:
    'Wayside mantiene a las personas dentro del quiosco, pero solo el sistema operativo puede mantenerlas dentro de Wayside. Actívelo antes de alejarse:',
  lock: {
    android: 'Android',
    androidText:
      'Ajustes, Seguridad, Fijar aplicaciones: actívelo, y pida el PIN antes de dejar de fijar. Luego abra Wayside, muestre las aplicaciones recientes, toque el icono de Wayside y elija Fijar.',
    ios: 'iPad y iPhone',
    iosText:
      'Configuración, Accesibilidad, Acceso Guiado: actívelo y ponga un código. Luego abra Wayside desde la pantalla de inicio y presione tres veces el botón lateral o de inicio.',
    chromeos: 'Chromebook',
    chromeosText:
      'Pida a su equipo de informática que ejecute Wayside como aplicación de quiosco o en una sesión de invitado administrada. Una sesión de invitado común no guarda nada.',
    keyboard:
      'Apague las sugerencias de palabras del teclado en pantalla: los teclados pueden recordar lo que se escribe, y Wayside no puede impedirlo.',
  },

  unfinishedTitle: 'Hay una inscripción sin guardar',
  unfinishedText: 'Al entregar el dispositivo se borra lo que se escribió. Si todavía la necesita, guárdela primero.',
  unfinishedOpen: 'Ir a la inscripción',

  hand: 'Entregar ahora',
  handing: 'Entregando',
  notReady: 'Este dispositivo todavía no se puede entregar',
  askAgain: 'Preguntar otra vez al navegador',
  asking: 'Preguntando',
  hindrance: {
    storage: {
      title: 'El navegador puede borrar lo que se guarda aquí',
      text: 'Pídale otra vez que conserve los datos de Wayside. Si sigue diciendo que no, instale Wayside (menú del navegador, Instalar aplicación o Agregar a la pantalla de inicio), ábralo desde allí e inténtelo de nuevo. Si esta es una ventana privada o de invitado, no conserva nada: ciérrela y abra Wayside en una ventana normal.',
    },
    private: {
      title: 'Esto parece una ventana privada',
      text: 'Una ventana privada olvida todo al cerrarse, también las inscripciones. Abra Wayside en una ventana normal, o desde su icono en la pantalla de inicio.',
    },
    ios: {
      title: 'Abra Wayside desde la pantalla de inicio',
      text: 'En Safari las inscripciones se pueden perder a los pocos días. Toque Compartir, luego Agregar a Inicio, abra Wayside desde su icono y registre ese.',
    },
    key: {
      title: 'La clave de sellado no está en este dispositivo',
      text: 'Sin ella las inscripciones no se pueden guardar de forma segura. Llega con la próxima entrega. Si no llega, pida a quien coordina que cree la clave de sellado.',
    },
    session: {
      title: 'Esta sesión no está abierta',
      text: 'Primero inicie la sesión: las inscripciones pertenecen a una.',
    },
  },

  leave: {
    title: 'Para el personal de la biblioteca',
    text: 'Ingrese su PIN para salir del quiosco.',
    pin: 'PIN',
    show: 'Mostrar el PIN',
    hide: 'Ocultar el PIN',
    hidden: '(no se ve)',
    button: 'Salir del quiosco',
    checking: 'Revisando',
    stay: 'Volver al quiosco',
    wrong: 'Este PIN no es correcto.',
    wait: (seconds) => `Demasiados PIN incorrectos. Espere ${duration(seconds)} e inténtelo de nuevo.`,
    forgot: 'No sé el PIN',
    forgotTitle: 'Recuperar el dispositivo sin el PIN',
    forgotText:
      'Pida a la coordinación un código de vinculación: Ajustes, Dispositivos, Vincular un dispositivo. Hace falta una red, y no se pierde nada de lo guardado aquí.',
  },

  signAtDesk: 'Firma de la madre, el padre o el tutor: eligió firmar en papel en la mesa.',

  start: {
    title: 'Este dispositivo es un quiosco',
    lead: 'Escanee o escriba el código de una sesión; después entregue el dispositivo.',
    codeTitle: '¿Para qué sesión?',
    delivery: 'Entrega',
    joined: (title) => `Sesión: ${title}`,
    other: 'Otra sesión',
    unknown: 'Una sesión a la que se unió con su código',
  },

  pin: {
    label: 'PIN',
    hint: 'De 4 a 6 dígitos. Permite a esta persona salir del quiosco, y se pide cuando se elige su nombre en un dispositivo. Mantiene al público fuera de las pantallas del personal; no protege lo que hay en un dispositivo robado.',
    has: 'Hay un PIN. Escriba otro para cambiarlo.',
    remove: 'Quitar el PIN',
    wrong: 'Un PIN tiene de 4 a 6 dígitos.',
    ask: (name) => `PIN de ${name}`,
    askText: 'Este nombre tiene un PIN.',
    confirm: 'Continuar',
  },
};
