// The words of the glossary in Haitian Creole, one name for one thing, for every value that a record can hold. Official (IPN) spelling.
// Glossary: session sesyon · sign-up enskripsyon · attendance prezans · resource resous · hand-out distribisyon · site sit · place kote ·
// outlet bibliyobis oswa filyal · device aparèy · enroll lye (a web link is «adrès») · record dosye · file fichye · save anrejistre ·
// deliver, delivery voye, anvwa · held aside kenbe apa · set aside mete sou kote · put away mete nan achiv · take back retire · cancel anile · undo defè ·
// sealed sele · sealing key kle pou sele · passphrase fraz sekrè · recovery sheet fèy rekiperasyon · template kalite sesyon · checklist lis pou tcheke · survey sondaj · unlock, lock debloke, bloke · network
// rezo · sign in antre · coordinator kowòdonatè · caregiver paran oswa moun k ap okipe timoun nan.

import type { Text } from '../text.ts';

export const words: Text['words'] = {
  activityType: {
    program_session: 'Sesyon pwogram',
    outreach_event: 'Evènman nan kominote a',
    bookmobile_stop: 'Arè bibliyobis',
    one_on_one: 'Èd pou yon sèl moun',
    self_directed: 'Aktivite lib',
  },
  topic: {
    storytime: 'Lè istwa',
    book_club: 'Klib lekti',
    author_visit: 'Vizit otè',
    literacy_workshop: 'Atelye lekti ak ekriti',
    information_literacy_workshop: 'Atelye pou chèche enfòmasyon',
    digital_literacy_workshop: 'Atelye dijital',
    class_visit: 'Vizit nan yon klas',
    card_drive: 'Kanpay kat bibliyotèk',
    other: 'Lòt bagay',
  },
  format: {
    in_person_onsite: 'An pèsòn, nan bibliyotèk la',
    in_person_offsite: 'An pèsòn, deyò bibliyotèk la',
    virtual_live: 'Sou entènèt, an dirèk',
  },
  status: { planned: 'Planifye', open: 'Louvri', closed: 'Fini', canceled: 'Anile' },
  band: { '0-5': '0–5', '6-11': '6–11', '12-18': '12–18', '19+': '19+', general: 'Tout laj' },
  bandName: { '0-5': 'Laj 0–5', '6-11': 'Laj 6–11', '12-18': 'Laj 12–18', '19+': 'Granmoun 19+', general: 'Tout laj' },
  targetAge: { '0-5': 'Laj 0–5', '6-11': 'Laj 6–11', '12-18': 'Laj 12–18', '19+': 'Granmoun 19+', general: 'Tout laj' },
  signUpKind: {
    card: 'Kat bibliyotèk',
    program: 'Pwogram',
    newsletter: 'Bilten nouvèl',
    reading_challenge: 'Defi lekti',
    volunteering: 'Travay volontè',
  },
  handOutWay: { given: 'Bay', lent: 'Prete', returned: 'Remèt', shown: 'Montre' },
  siteType: {
    school: 'Lekòl',
    community_center: 'Sant kominotè',
    bookmobile_stop: 'Arè bibliyobis',
    park: 'Pak',
    housing: 'Lojman',
    clinic: 'Klinik',
    market: 'Mache',
    library: 'Bibliyotèk',
    other: 'Lòt kote',
  },
  resourceType: { book: 'Liv', kit: 'Twous', handout: 'Papye pou bay', device: 'Aparèy', digital_resource: 'Resous dijital' },
  outletKind: { bookmobile: 'Bibliyobis', branch: 'Filyal', other: 'Lòt' },
  level: { coordinator: 'Kowòdonatè', staff: 'Anplwaye', kiosk: 'Kyòs', partner: 'Patnè' },
  language: { 'en-US': 'English', 'es-US': 'Español', ht: 'Kreyòl ayisyen' },
  state: { device: 'Sou aparèy sa a', server: 'Sou sèvè a', attention: 'Mande atansyon' },
};
