// Days, times and counts in Spanish, as they are written in the United States.

import { makeFormatting } from '../make-formatting.ts';

export const formatting = makeFormatting({
  weekdays: ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'],
  shortWeekdays: ['dom', 'lun', 'mar', 'mié', 'jue', 'vie', 'sáb'],
  months: ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'],
  shortMonths: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sept', 'oct', 'nov', 'dic'],
  order: {
    day: (weekday, day, month) => `${weekday}, ${day} de ${month}`,
    shortDay: (weekday, day, month) => `${weekday}, ${day} de ${month}`,
    dayWithYear: (day, month, year) => `${day} ${month} ${year}`,
    moment: (day, month, time) => `${day} ${month}, ${time}`,
  },
  morning: 'a.m.',
  afternoon: 'p.m.',
  units: { day: ['día', 'días'], hour: ['hora', 'horas'], minute: ['minuto', 'minutos'], second: ['segundo', 'segundos'] },
  bytes: 'bytes',
  list: (items) => `${items.slice(0, -1).join(', ')} ${and(items.at(-1) ?? '')} ${items.at(-1)}`,
});

/** «e» before the sound of i; «hierro» begins with another. */
function and(next: string): 'y' | 'e' {
  return /^(?:[ií]|h[ií](?![ae]))/i.test(next) ? 'e' : 'y';
}

/** Ends a sentence whose last word may be a time: after «a.m.» no second period stands. */
export function period(sentence: string): string {
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}
