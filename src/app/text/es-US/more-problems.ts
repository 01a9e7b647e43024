// Los problemas que ninguna primera pantalla encuentra, en palabras (problems.ts tiene los demás).

import type { Rest } from '../text.ts';

const nothingLost = 'Todo lo guardado en este dispositivo sigue aquí.';
const nothingSaved = 'No se cambió nada. Lo que escribió sigue en la pantalla.';
const nothingImported = 'No se importó nada.';
const sealedKept = 'El registro sellado se conserva tal como llegó.';
const askCoordinator = 'Pida a la coordinación que lo revise.';
const still = 'Los registros siguen en el dispositivo que los hizo.';
const kept = `Lo recibido se guarda aquí tal como llegó. ${still}`;

export const moreProblems: Rest['moreProblems'] = {
  'part-missing': {
    happened: 'Una parte de Wayside que hace falta para esto aún no está en este dispositivo.',
    safe: 'No se cambió nada. Lo que escribió sigue en la pantalla.',
    next: 'Conéctese un minuto a una red con Wayside abierto e inténtelo de nuevo.',
  },
  'csv-unreadable': {
    happened: 'Este archivo no se pudo leer como tabla.',
    safe: nothingImported,
    next: 'Guárdelo como CSV e intente de nuevo.',
  },
  'csv-columns-missing': {
    happened: 'Al archivo le faltan columnas necesarias.',
    safe: nothingImported,
    next: 'Agregue las columnas que se nombran abajo e intente de nuevo.',
  },
  'calendar-unreadable': {
    happened: 'Esto no se pudo leer como calendario.',
    safe: nothingImported,
    next: 'Guárdelo como iCalendar (.ics) e intente de nuevo.',
  },
  'feed-refused': {
    happened: 'El servidor no busca en esta dirección.',
    safe: nothingImported,
    next: 'Compruebe la dirección, o elija el calendario como archivo.',
  },
  'feed-unreachable': {
    happened: 'El calendario no respondió.',
    safe: nothingImported,
    next: 'Compruebe la dirección, o intente más tarde.',
  },
  'not-signed-in': { happened: 'No ha entrado con una cuenta.', safe: nothingLost, next: 'Entre con su cuenta de coordinación.' },
  'sign-in-failed': {
    happened: 'El correo electrónico o la contraseña no son correctos.',
    safe: nothingSaved,
    next: 'Revise los dos e intente de nuevo.',
  },
  'code-unknown': {
    happened: 'El servidor no conoce este código.',
    safe: nothingSaved,
    next: 'Revise cada letra, o pida un código nuevo.',
  },
  'code-expired': {
    happened: 'Este código ya venció. Los códigos sirven durante 10 minutos.',
    safe: nothingSaved,
    next: 'Pida un código nuevo.',
  },
  'code-used': {
    happened: 'Este código ya se usó. Cada código vincula un solo dispositivo.',
    safe: nothingSaved,
    next: 'Pida un código nuevo.',
  },
  'already-set-up': {
    happened: 'En este servidor ya hay una biblioteca.',
    safe: nothingSaved,
    next: 'Entre con su cuenta de coordinación, o vincule este dispositivo con un código.',
  },
  'setup-code-needed': {
    happened: 'El código de instalación falta o no es correcto.',
    safe: nothingSaved,
    next: 'Use el enlace que el servidor mostró al arrancar.',
  },
  'passphrase-wrong': {
    happened: 'Esta frase de contraseña no abre la clave.',
    safe: nothingLost,
    next: 'Revise las mayúsculas y los espacios, o use la hoja de recuperación.',
  },
  'passphrase-weak': {
    happened: 'Esta frase de contraseña es demasiado corta.',
    safe: nothingSaved,
    next: 'Use al menos cuatro palabras o 14 caracteres.',
  },
  'recovery-key-wrong': {
    happened: 'Esta clave de recuperación no es correcta.',
    safe: nothingLost,
    next: 'Compare cada grupo con la hoja impresa.',
  },
  'seal-unreadable': {
    happened: 'Esta inscripción no se puede abrir: fue cambiada o está dañada.',
    safe: sealedKept,
    next: askCoordinator,
  },
  'seal-key-unknown': {
    happened: 'Esta inscripción se selló con una clave que no está abierta aquí.',
    safe: sealedKept,
    next: 'Desbloquee con la frase de contraseña de esa clave.',
  },
  'class-closed': {
    happened: 'Ya no se reciben solicitudes para esta sesión: comenzó, se cambió o se canceló, o ya no se comparte con ustedes.',
    safe: 'No se envió nada.',
    next: 'Pregunte a la biblioteca. Ese mismo día todavía se puede inscribir a los niños.',
  },
  'class-full': {
    happened: 'Son más de las que se pueden preparar: 60 solicitudes para una sesión, 500 en un día.',
    safe: 'No se envió nada.',
    next: 'Acorte la lista, o pregunte a la biblioteca.',
  },
  'sealing-key-changed': {
    happened: 'La biblioteca acaba de cambiar la clave con la que se sellan los nombres.',
    safe: 'No se envió nada.',
    next: 'Envíe otra vez: se usa la clave nueva.',
  },
  'cards-used-up': {
    happened: 'Ya se usaron todos los números de tarjeta de este rango.',
    safe: nothingSaved,
    next: 'Elija otro rango o escriba el número de una tarjeta.',
  },
  'cards-taken-meanwhile': {
    happened: 'Este número de tarjeta se acaba de dar en otra pestaña.',
    safe: nothingSaved,
    next: 'Inténtelo de nuevo: se tomará el número siguiente.',
  },
  'file-type-refused': {
    happened: 'Wayside no puede mostrar archivos de este tipo.',
    safe: 'No se cambió nada.',
    next: 'Guárdelo como PDF, PNG, JPEG, MP3, MP4 o página web en un solo archivo y elíjalo otra vez.',
  },
  'file-too-large': {
    happened: 'Este archivo es más grande de lo que acepta su servidor.',
    safe: 'No se cambió nada.',
    next: 'Elija uno más pequeño, o pida a quien administra el servidor que suba el límite.',
  },
  'file-damaged': {
    happened: 'Un archivo llegó dañado.',
    safe: nothingLost,
    next: 'Se descarga otra vez. Si eso no ayuda, elija el archivo de nuevo.',
  },
  'file-room-short': {
    happened: 'El espacio permitido para archivos en este dispositivo está lleno.',
    safe: nothingLost,
    next: 'Quite los archivos que ya no necesite aquí, o permita más espacio.',
  },
  'rescue-file-unreadable': {
    happened: 'Este archivo de rescate no está completo.',
    safe: nothingImported,
    next: 'Copie el archivo otra vez desde el dispositivo que lo escribió.',
  },
  'rescue-file-other-library': {
    happened: 'Este archivo de rescate es de otra biblioteca.',
    safe: nothingImported,
    next: 'Llévelo a un dispositivo de esa biblioteca.',
  },
  'parcel-keys-missing': {
    happened: 'Este dispositivo no se ha conectado al servidor desde que Wayside puede enviar sin red; todavía no puede sellar un paquete.',
    safe: 'Todo lo guardado en este dispositivo sigue aquí.',
    next: 'Guarde un archivo de rescate, o envíe una vez por una red.',
  },
  'parcel-unreadable': {
    happened: 'Lo recibido no está completo.',
    safe: still,
    next: 'Envíelo otra vez desde ese dispositivo, con códigos o con un archivo nuevo.',
  },
  'parcel-altered': {
    happened: 'Un paquete fue cambiado después de hacerse. No se usó.',
    safe: still,
    next: 'Envíelo otra vez desde ese dispositivo. Si vuelve a pasar, avise a la coordinación.',
  },
  'parcel-other-library': {
    happened: 'Este paquete es de otra biblioteca.',
    safe: still,
    next: 'Llévelo a un dispositivo de esa biblioteca.',
  },
  'parcel-maker-unknown': {
    happened: 'El servidor no conoce el dispositivo que hizo este paquete.',
    safe: kept,
    next: 'Deje que ese dispositivo envíe por sí mismo, o pregunte a la coordinación.',
  },
  'parcel-key-unknown': {
    happened: 'El servidor perdió la clave con la que se selló este paquete.',
    safe: kept,
    next: 'Conserve este paquete y avise al equipo de informática de su biblioteca: la clave está en las copias de seguridad. Deje que el otro dispositivo envíe por sí mismo.',
  },
};
