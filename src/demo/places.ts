// Where the made-up Palmetto County Library goes, with whom, and what it brings. Nobody and no place in here is real; phone numbers are
// from the range kept free for fiction, addresses of mail end in example.

import type { OutletFields, PartnerFields, ResourceFields, SiteFields } from '../domain/places.ts';

export const outlets: readonly OutletFields[] = [
  { name: 'Palmetto Bookmobile', kind: 'bookmobile' },
  { name: 'Main Library Outreach', kind: 'branch' },
];

/** Name, type, address, latitude, longitude, notes. */
const siteRows: readonly (readonly [string, SiteFields['type'], string, number, number, string?])[] = [
  [
    'Toussaint Elementary School',
    'school',
    '410 NW Heron Street',
    26.101,
    -80.312,
    'Sign in at the front office. Media center is Room 12.',
  ],
  ['Escuela Primaria Río Claro', 'school', '77 Río Claro Road', 26.114, -80.298],
  ['Palmetto Middle School', 'school', '1200 Palmetto Avenue', 26.093, -80.305, 'Use the gate by the gym after 8:30.'],
  ['Lakay Early Learning Center', 'school', '29 NE Mango Lane', 26.122, -80.287, 'Naps from 12:30: be quiet in the hall.'],
  ['Sant Kominotè Lakay', 'community_center', '31 NE Mango Lane', 26.1223, -80.2868, 'Madanm Joseph has the key.'],
  ['Centro Comunitario La Esperanza', 'community_center', '508 Calle Esperanza', 26.088, -80.322],
  ['Sandpiper Community Center', 'community_center', '15 Sandpiper Way', 26.079, -80.276],
  ['Coral Plaza', 'bookmobile_stop', '900 Coral Road', 26.095, -80.29, 'Park along the north side, away from the bus lane.'],
  ['Ti Rivyè Corner', 'bookmobile_stop', 'NE 4th Street and Ti Rivyè Road', 26.118, -80.281],
  ['Parada Los Robles', 'bookmobile_stop', '60 Avenida Los Robles', 26.084, -80.318],
  ['Heron Landing', 'bookmobile_stop', 'Boat ramp, Heron Lake', 26.131, -80.334, 'No signal here at all.'],
  ['Magnolia and 3rd', 'bookmobile_stop', 'Magnolia Street at 3rd Avenue', 26.09, -80.3],
  ['Old Mill Road', 'bookmobile_stop', '2 Old Mill Road', 26.14, -80.35, 'Turn the generator off: neighbors.'],
  ['Mangrove Park', 'park', 'Shelter B, Mangrove Park', 26.07, -80.26],
  ['Parque de las Flores', 'park', '300 Calle Jardín', 26.0865, -80.3262],
  ['Jaden Timoun Playground', 'park', '44 NE Mango Lane', 26.1231, -80.2855],
  ['Royal Palms Apartments', 'housing', '1500 Royal Palm Drive', 26.097, -80.283, 'Community room is behind the mailboxes.'],
  ['Kay Nou Homes', 'housing', '12 Kay Nou Court', 26.1202, -80.2902],
  ['Villa Hermosa', 'housing', '86 Calle Hermosa', 26.0822, -80.3151],
  ['Klinik Fanmi', 'clinic', '200 NE 6th Street', 26.1171, -80.2833, 'Waiting room, Tuesdays only.'],
  ['Palmetto Children’s Clinic', 'clinic', '18 Palmetto Avenue', 26.0945, -80.3022],
  ['Saturday Farmers’ Market', 'market', 'Courthouse Square', 26.0912, -80.3008, 'Our tent is next to the honey.'],
  ['Mercado del Barrio', 'market', '520 Calle Esperanza', 26.0884, -80.3216],
  ['Coin Laundry on 9th', 'other', '909 9th Avenue', 26.0994, -80.2945, 'Story corner by the dryers.'],
];

export const sites: readonly SiteFields[] = siteRows.map(([name, type, address, latitude, longitude, notes = '']) => ({
  name,
  type,
  address,
  latitude,
  longitude,
  notes,
  source: null,
  archived: false,
}));

export const partners: readonly PartnerFields[] = [
  {
    name: 'Toussaint Elementary School',
    contactName: 'Dana Whitfield',
    contactRole: 'media specialist',
    contact: '305-555-0111',
    notes: '',
  },
  {
    name: 'Palmetto Middle School',
    contactName: 'Omar Castellanos',
    contactRole: 'media specialist',
    contact: '305-555-0112',
    notes: 'Book club on Wednesdays.',
  },
  {
    name: 'Escuela Primaria Río Claro',
    contactName: 'Lucía Peralta',
    contactRole: 'teacher',
    contact: 'lperalta@rioclaro.example',
    notes: '',
  },
  {
    name: 'Sant Kominotè Lakay',
    contactName: 'Mirlande Joseph',
    contactRole: 'director',
    contact: '305-555-0113',
    notes: 'Prefers Kreyòl.',
  },
  { name: 'Centro Comunitario La Esperanza', contactName: 'Héctor Maldonado', contactRole: 'director', contact: '305-555-0114', notes: '' },
  {
    name: 'Klinik Fanmi',
    contactName: 'Yolette Désir',
    contactRole: 'nurse',
    contact: '305-555-0115',
    notes: 'Books for the waiting room.',
  },
  { name: 'Kay Nou Homes', contactName: 'Reginald Pope', contactRole: 'resident services', contact: '305-555-0116', notes: '' },
];

export const staffNames: readonly string[] = ['Rosa Alvarez', 'Marcus Bell', 'Nadège Pierre', 'Tom Whitaker'];

const titles: Readonly<Record<ResourceFields['type'], readonly string[]>> = {
  book: [
    'The Heron Who Read',
    'Ti Malis and the Moon',
    'La luna en el río',
    'Count to Ten in Kreyòl',
    'Mango Season',
    'A Bus Full of Stories',
    'El tren de las palabras',
    'Grandmother’s Garden',
    'The Night the Lights Went Out',
    'Lannwit ak Zetwal',
    'Seven Brave Crabs',
    'My First Atlas of Florida',
    'Cuentos de la abuela',
    'Rain on a Tin Roof',
    'The Lighthouse Cat',
    'Robots on Magnolia Street',
    'Krab ak Tòti',
    'Where Does the River Go?',
    'Ocho patas',
    'The Long Way to School',
    'Mwen Renmen Lekòl',
    'Dinosaurs of the Everglades',
    'Diario de una colibrí',
    'The Invisible Drum',
    'Map of Small Things',
    'Manatee Mornings',
    'Una casa en el árbol',
    'The Secret Ballot Box',
    'Chante Ansanm',
    'Hurricane Kitchen',
  ],
  kit: [
    'Storytime kit: animals',
    'Storytime kit: rain and sun',
    'Puppet theater',
    'Coding mice, set of 6',
    'Microscope box',
    'Take-home craft: paper boats',
    'Take-home craft: seed cards',
    'Early literacy bag A',
    'Early literacy bag B',
    'Board games, ages 8 up',
  ],
  handout: [
    'Bookmarks',
    'Library card application',
    'Solicitud de tarjeta',
    'Fòm pou kat bibliyotèk',
    'Reading log',
    'Bookmobile timetable',
    'Summer of stories flyer',
    'Homework help flyer',
    'Is this website true? checklist',
    'Alphabet coloring page',
    'Newsletter, current month',
    'Stickers',
  ],
  device: ['Tablet for visitors', 'Hotspot 1', 'Hotspot 2', 'Document camera'],
  digital_resource: [
    'How to use the catalogue (slides)',
    'Storytime songs (audio)',
    'Spot the false headline (quiz)',
    'Bibliyotèk la an Kreyòl (video)',
  ],
};

export const resources: readonly ResourceFields[] = Object.values(titles).flatMap((names, kind) =>
  names.map((title, at) => {
    const type = (['book', 'kit', 'handout', 'device', 'digital_resource'] as const)[kind] ?? 'book';
    const barcode = type === 'book' || type === 'kit' ? `3070${String(kind + 1)}${String(100_000 + 37 * at)}` : null;
    return { title, type, barcode, archived: false };
  }),
);
