// Los problemas que ninguna primera pantalla encuentra, en palabras (problems.ts tiene los demás).

import type { Rest } from '../text.ts';

const still = 'Los registros siguen en el dispositivo que los hizo.';
const kept = `Lo recibido se guarda aquí tal como llegó. ${still}`;

export const moreProblems: Rest['moreProblems'] = {
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
