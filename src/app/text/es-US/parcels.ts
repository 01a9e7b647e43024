// Lo que una persona lee donde no hay red: enviar a otro dispositivo, recibir, y lo que se lleva para otros.

import type { Rest } from '../text.ts';
import { formatting } from './formatting.ts';

const { number } = formatting;
const records = (count: number): string => (count === 1 ? '1 registro' : `${number(count)} registros`);
const stays = (count: number): string => `También ${count === 1 ? 'se queda' : 'se quedan'} en este dispositivo.`;

export const parcels: Rest['parcels'] = {
  title: 'Sin red',
  text: 'Otro dispositivo de la biblioteca puede llevar al servidor lo que aquí falta por enviar. No puede leerlo ni cambiarlo.',
  unsent: (count) => (count === 1 ? 'Falta enviar 1 registro.' : `Falta enviar ${number(count)} registros.`),
  nothing: 'Aquí no falta nada por enviar.',
  toTitle: 'Enviar desde este dispositivo',
  showCodes: 'Mostrar códigos',
  saveFile: 'Guardar un archivo',
  shareFile: 'Compartir el archivo',
  sealing: 'Sellando',
  saved: (count) => `Guardado con ${records(count)}, sellado. ${stays(count)}`,
  shared: (count) => `Pasado con ${records(count)}, sellado. ${stays(count)}`,
  savedOpen: (count) => `Guardado con ${records(count)}. Este archivo no está sellado.`,
  savedOpenText:
    'Este dispositivo aún no tiene la clave del servidor, así que escribió un archivo de rescate del tipo anterior. Quien tenga el archivo puede leer en él recuentos y títulos. Los datos de contacto siguen sellados. Guárdelo bien y bórrelo cuando otro dispositivo lo haya cargado.',
  fromTitle: 'Recibir de otro dispositivo',
  scanCodes: 'Escanear códigos',
  takeFile: 'Cargar un archivo',
  taking: 'Revisando',
  taken: (added, known) =>
    added === 0
      ? `Nada nuevo: ${records(known)} ya ${known === 1 ? 'estaba' : 'estaban'} aquí.`
      : `${records(added)} ${added === 1 ? 'recibido' : 'recibidos'}${known === 0 ? '' : `; ${number(known)} ya ${known === 1 ? 'estaba' : 'estaban'} aquí`}.`,
  takenText: 'Este dispositivo los lleva al servidor con su próximo envío. No puede leerlos.',
  takenOpenText: 'Ahora se envían desde este dispositivo.',
  damaged: 'No todo estaba completo. Lo completo se recibió; envíe lo demás otra vez.',

  carriedTitle: 'Se llevan para otros dispositivos',
  carriedText: 'Sellados. Salen de este dispositivo cuando el servidor los ha confirmado.',
  carriedFrom: (count, name) => `${records(count)} de ${name}`,
  unknownDevice: 'un dispositivo que aquí no se conoce',
  takenAt: (moment) => `Recibido ${moment}`,
  onTheWay: 'Va con el próximo envío',
  refused: 'El servidor no lo acepta',
  bringAgain: 'Intentar de nuevo',
  trying: 'Intentando',
  giveUp: 'Quitar',
  giveUpTitle: '¿Quitar lo que se lleva aquí?',
  giveUpText: (count) =>
    `Si el otro dispositivo se pierde, esta puede ser la única copia de ${count === 1 ? 'este registro' : `estos ${number(count)} registros`}.`,
  keep: 'Conservarlo',
  removing: 'Quitando',

  show: {
    title: 'Mostrar códigos',
    reading: 'Sellando lo que falta por enviar',
    lead: (count) => `${records(count)}, ${count === 1 ? 'sellado' : 'sellados'}.`,
    how: 'En el otro dispositivo, abra Envío y elija «Escanear códigos». Sostenga su cámara de modo que el código entero llene la imagen. Suba el brillo de esta pantalla.',
    calm: 'La imagen cambia cinco veces por segundo. Mire a otro lado si le molesta, o póngala en pausa.',
    calmSlow: 'La imagen cambia unas dos veces por segundo.',
    start: 'Empezar',
    pause: 'Pausa',
    goOn: 'Seguir',
    picture: 'Códigos para el otro dispositivo',
    step: (shown, once) =>
      shown < once
        ? `${number(shown)} de ${number(once)} mostrados`
        : 'Todo se mostró una vez. Sigue hasta que el otro dispositivo diga que terminó.',
    size: 'Tamaño de los cuadros',
    sizes: { plain: 'Finos, más rápido', coarse: 'Gruesos, para una cámara débil o mucho sol' },
    tooMuch: 'Es demasiado para códigos',
    tooMuchText: 'Tardaría varios minutos. Guarde un archivo y páselo por cable, tarjeta o con la función de compartir.',
    done: 'Volver a Envío',
  },
  scan: {
    title: 'Escanear códigos',
    how: 'En el otro dispositivo, abra Envío y elija «Mostrar códigos». Sostenga esta cámara de modo que el código entero llene el marco, y no la mueva.',
    aim: 'Buscando códigos',
    still: 'No se mueva',
    progress: 'Recibido hasta ahora',
    percent: (part) => `${number(Math.floor(part * 100))} %`,
    doneTitle: 'Todo recibido',
    doneText: 'El otro dispositivo ya puede parar.',
    again: 'Escanear otro dispositivo',
    noCamera: 'Aquí no se puede usar ninguna cámara. Cargue un archivo.',
    refused: 'La cámara no está permitida para Wayside. Permítala en los ajustes del navegador, o cargue un archivo.',
    cannotDecode: 'La parte que lee códigos aún no está en este dispositivo. Llega con la próxima red; cargue un archivo.',
    inUse: 'Otra aplicación usa la cámara, o la cámara se detuvo. Cierre la otra aplicación e intente de nuevo, o cargue un archivo.',
  },
};
