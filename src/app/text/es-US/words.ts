// The words of the glossary in Spanish, one name for one thing, for every value that a record can hold. The reader is addressed as usted.
// Glossary: session sesión (signing in is «entrar», so that «iniciar sesión» is never read two ways) · sign-up inscripción · attendance
// asistencia · resource recurso · hand-out entrega · site sitio · place lugar · outlet bibliobús o sucursal · device dispositivo · enroll
// vincular · record registro · deliver, delivery enviar, envío · held aside retenido · set aside apartado · put away archivado · take back
// anular · undo deshacer · sealed sellado · sealing key clave de sellado · passphrase frase de contraseña · recovery sheet hoja de
// recuperación · template tipo de sesión · checklist lista de control · survey encuesta · unlock, lock desbloquear, bloquear · coordinator coordinación · caregiver madre, padre o persona encargada.

import type { Text } from '../text.ts';

export const words: Text['words'] = {
  activityType: {
    program_session: 'Sesión de un programa',
    outreach_event: 'Evento comunitario',
    bookmobile_stop: 'Parada del bibliobús',
    one_on_one: 'Atención individual',
    self_directed: 'Actividad libre',
  },
  topic: {
    storytime: 'Hora de cuentos',
    book_club: 'Club de lectura',
    author_visit: 'Visita de autor',
    literacy_workshop: 'Taller de lectura y escritura',
    information_literacy_workshop: 'Taller para buscar información',
    digital_literacy_workshop: 'Taller digital',
    class_visit: 'Visita a una clase',
    card_drive: 'Campaña de tarjetas de biblioteca',
    other: 'Otro',
  },
  format: {
    in_person_onsite: 'En persona, en la biblioteca',
    in_person_offsite: 'En persona, fuera de la biblioteca',
    virtual_live: 'En línea y en vivo',
  },
  status: { planned: 'Planeada', open: 'Abierta', closed: 'Terminada', canceled: 'Cancelada' },
  band: { '0-5': '0–5', '6-11': '6–11', '12-18': '12–18', '19+': '19+', general: 'Toda edad' },
  bandName: { '0-5': '0–5 años', '6-11': '6–11 años', '12-18': '12–18 años', '19+': 'Adultos 19+', general: 'Toda edad' },
  targetAge: { '0-5': '0–5 años', '6-11': '6–11 años', '12-18': '12–18 años', '19+': 'Adultos 19+', general: 'Todas las edades' },
  signUpKind: {
    card: 'Tarjeta de biblioteca',
    program: 'Programa',
    newsletter: 'Boletín',
    reading_challenge: 'Reto de lectura',
    volunteering: 'Voluntariado',
  },
  handOutWay: { given: 'Dado', lent: 'Prestado', returned: 'Devuelto', shown: 'Mostrado' },
  siteType: {
    school: 'Escuela',
    community_center: 'Centro comunitario',
    bookmobile_stop: 'Parada del bibliobús',
    park: 'Parque',
    housing: 'Viviendas',
    clinic: 'Clínica',
    market: 'Mercado',
    library: 'Biblioteca',
    other: 'Otro',
  },
  resourceType: { book: 'Libro', kit: 'Kit', handout: 'Material impreso', device: 'Dispositivo', digital_resource: 'Recurso digital' },
  outletKind: { bookmobile: 'Bibliobús', branch: 'Sucursal', other: 'Otro' },
  level: { coordinator: 'Coordinación', staff: 'Personal', kiosk: 'Quiosco', partner: 'Organización asociada' },
  language: { 'en-US': 'English', 'es-US': 'Español', ht: 'Kreyòl ayisyen' },
  state: { device: 'En este dispositivo', server: 'En el servidor', attention: 'Requiere atención' },
};
