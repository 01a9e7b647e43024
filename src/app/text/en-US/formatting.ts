// Days, times and counts in English, as they are written in the United States.

import { makeFormatting } from '../make-formatting.ts';

export const formatting = makeFormatting({
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  shortWeekdays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  months: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  shortMonths: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  order: {
    day: (weekday, day, month) => `${weekday}, ${month} ${day}`,
    shortDay: (weekday, day, month) => `${weekday}, ${month} ${day}`,
    dayWithYear: (day, month, year) => `${month} ${day}, ${year}`,
    moment: (day, month, time) => `${month} ${day}, ${time}`,
  },
  morning: 'AM',
  afternoon: 'PM',
  units: { day: ['day', 'days'], hour: ['hour', 'hours'], minute: ['minute', 'minutes'], second: ['second', 'seconds'] },
  bytes: 'bytes',
  list: (items) => (items.length === 2 ? items.join(' and ') : `${items.slice(0, -1).join(', ')}, and ${items.at(-1)}`),
});
