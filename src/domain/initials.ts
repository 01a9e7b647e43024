// Initials of a name as somebody typed it, in any script: enough to tell two people at a table apart, too little to name one.

const most = 3;

/** A letter and up to two marks on it. Of a line of marks nobody needs more. */
const firstLetter = /\p{L}\p{M}{0,2}/u;

/**
 * One to three letters; '' for a name without letters. Of longer names the first and the last two words; small words (de, van) do not
 * count where others are written large. In scripts without spaces between names it is the first sign. What would be the
 * whole name (a sign each for family and given name) is cut to its first.
 */
export function initialsOf(name: string): string {
  const letters = name
    .normalize('NFKC')
    .split(/[\s\p{Pd}]+/u)
    .flatMap((word) => firstLetter.exec(word)?.[0] ?? []);
  const counted = /^[\p{Lu}\p{Lt}]/u.test(letters[0] ?? '') ? letters.filter((letter) => !/^\p{Ll}/u.test(letter)) : letters;
  const chosen = counted.length > most ? [...counted.slice(0, 1), ...counted.slice(1 - most)] : counted;
  const initials = chosen.map(capital);
  const isWholeName = initials.join('') === name.normalize('NFKC').replace(/\s/gu, '').toUpperCase();
  return (isWholeName ? initials.slice(0, 1) : initials).join('');
}

/** Georgian has capitals that nobody begins a name with; of a letter that would become two (ß) it stays itself. */
function capital(letter: string): string {
  const large = letter.toUpperCase();
  return /\p{Script=Georgian}/u.test(letter) || [...large].length > [...letter].length ? letter : large;
}
