// Lo que se lee al borrar los datos de una persona, y en la lista de lo borrado.

import type { erasing as english } from '../en-US/erasing.ts';
import { formatting } from './formatting.ts';

const { number } = formatting;

export const erasing: typeof english = {
  title: 'Datos borrados',
  hint: 'A quién se borró a petición, y qué dispositivos lo confirman',
  text: 'Datos de contacto que se borraron porque alguien lo pidió. Aquí no se guardan nombres, solo números de registro.',
  list: 'Borrados',
  loading: 'Preguntando al servidor',
  empty: 'No se ha borrado nada a petición',
  emptyText: 'Para borrar los datos de una persona, abra su inscripción en Seguimiento y elija «Borrar los datos de esta persona».',
  notYours: 'Un coordinador puede ver esta lista.',

  erase: 'Borrar los datos de esta persona',
  eraseText: 'Si la persona lo pide. Se necesita el servidor.',
  askTitle: '¿Borrar estos datos en todas partes?',
  askText: (kind, name) =>
    `${kind}${name === '' ? '' : `, ${name}`}. El nombre, el teléfono, la dirección y todo lo demás que se escribió se borra del servidor y de cada dispositivo en su próxima entrega.`,
  askStays: 'Lo que queda es un número en los totales, sin nombre.',
  askOnly: 'Solo esta inscripción. En Seguimiento se encuentran las otras de la misma persona.',
  go: 'Continuar',
  keep: 'Conservar los datos',
  againTitle: 'Nadie podrá recuperarlos. ¿Borrar ahora?',
  againText: 'Ni la frase de acceso, ni la hoja de recuperación, ni una copia de seguridad.',
  eraseNow: 'Borrar para siempre',
  erasing: 'Borrando',
  notErased: 'No se borró nada',

  person: {
    looking: 'Buscando las otras inscripciones de la misma persona',
    which: '¿Qué inscripciones se borran?',
    whichHint: 'Solo está elegido lo que es seguro. Pregunte a la persona por las otras.',
    thisOne: 'la que está abierta',
    merged: 'unida con esta',
    family: 'llenada junto con esta',
    none: 'Ninguna otra inscripción en este dispositivo se parece a esta persona.',
    notOpened: (count) =>
      count === 1
        ? '1 inscripción no se abre con esta frase de contraseña y no se comparó.'
        : `${number(count)} inscripciones no se abren con esta frase de contraseña y no se compararon.`,
    goes: 'Lo que se va: nombre, teléfono, dirección, número de tarjeta y todo lo demás que se escribió, con cada corrección. Del servidor, y de cada dispositivo en su próximo envío.',
    stays: 'Lo que queda: los números. Lo que contaba sigue contando en los totales, sin nombre.',
    loans:
      'Un número de tarjeta anotado con un préstamo queda sellado con ese préstamo. Se borra 46 días después de la devolución, o después de los días que fijó su biblioteca, si son más.',
    eraseCount: (count) => (count === 1 ? 'Borrar 1 inscripción' : `Borrar ${number(count)} inscripciones`),
    askTitle: (count) => (count === 1 ? '¿Borrar 1 inscripción para siempre?' : `¿Borrar ${number(count)} inscripciones para siempre?`),
    askText: 'Nadie podrá recuperar los datos.',
    doneText: (at) => `Hecho en el servidor: ${at}. Cada dispositivo borra lo suyo en su próximo envío.`,
    proofText: (numbers) => `La constancia se puede ver desde ahora en Ajustes, Datos borrados: número ${numbers}.`,
    seeProof: 'Ver la constancia',
    leftTitle: (count) =>
      count === 1 ? 'No está confirmado que 1 inscripción se borró' : `No está confirmado que ${number(count)} inscripciones se borraron`,
    leftText: 'Puede intentarlo otra vez: nada se borra dos veces. Mientras tanto quedan como están.',
    eraseRest: 'Intentar otra vez con estas',
  },

  entry: (signUps) => (signUps === 1 ? '1 inscripción borrada' : `${number(signUps)} inscripciones borradas`),
  again: 'Borrado otra vez después de restaurar una copia de seguridad anterior',
  by: {
    account: (name) => `Por ${name}`,
    device: (name) => `Por el dispositivo ${name}`,
    command: 'Por un comando en el servidor',
    server: 'Por el servidor',
    gone: 'Por una cuenta o un dispositivo que ya no está aquí',
  },
  number: (sequence) => `Número ${number(sequence)}`,
  allConfirmed: (count) => (count === 1 ? 'El único dispositivo lo ha confirmado' : `Los ${number(count)} dispositivos lo han confirmado`),
  confirmed: (done, all) => `${number(done)} de ${number(all)} dispositivos lo han confirmado`,
  waiting: (names) => `Todavía no: ${names}. Borran lo suyo en su próxima entrega.`,
  revoked: (names) => `Ya no están registrados: ${names}. No pueden confirmar. Lo que tienen está sellado, y nunca se vuelve a aceptar.`,
  backups:
    'Las copias de seguridad hechas antes contienen los datos sellados hasta que usted borre esas copias. Restaurar una no los trae de vuelta.',
  ids: (count) => (count === 1 ? '1 registro' : `${number(count)} registros`),
  print: 'Imprimir la constancia',
  save: 'Guardar la constancia',
  proof: {
    title: 'Constancia de borrado',
    library: 'Biblioteca',
    at: 'Borrado el',
    records: 'Registros que ya no existen',
    confirmed: 'Dispositivos que lo han confirmado',
    open: 'Dispositivos que aún no lo han confirmado',
    revoked: 'Dispositivos que ya no están registrados',
    none: 'Ninguno',
  },
};
