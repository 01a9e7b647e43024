// Days, times and counts in Haitian Creole. No browser knows the language; day before month as in Haiti, clock and digits as where it is
// read here, in the United States.

import { makeFormatting } from '../make-formatting.ts';

export const formatting = makeFormatting({
  weekdays: ['dimanch', 'lendi', 'madi', 'mèkredi', 'jedi', 'vandredi', 'samdi'],
  shortWeekdays: ['dim', 'len', 'mad', 'mèk', 'jed', 'van', 'sam'],
  months: ['janvye', 'fevriye', 'mas', 'avril', 'me', 'jen', 'jiyè', 'out', 'septanm', 'oktòb', 'novanm', 'desanm'],
  shortMonths: ['jan', 'fev', 'mas', 'avr', 'me', 'jen', 'jiyè', 'out', 'sept', 'okt', 'nov', 'des'],
  order: {
    day: (weekday, day, month) => `${weekday} ${day} ${month}`,
    shortDay: (weekday, day, month) => `${weekday} ${day} ${month}`,
    dayWithYear: (day, month, year) => `${day} ${month} ${year}`,
    moment: (day, month, time) => `${day} ${month}, ${time}`,
  },
  morning: 'AM',
  afternoon: 'PM',
  units: { day: ['jou', 'jou'], hour: ['èdtan', 'èdtan'], minute: ['minit', 'minit'], second: ['segonn', 'segonn'] },
  bytes: 'byte',
  list: (items) => `${items.slice(0, -1).join(', ')} ak ${items.at(-1)}`,
});
