// Scanners that play keyboard: a code arrives as keystrokes faster than fingers, then Enter or Tab. Told from typing by time alone,
// so the time is handed in. What is held down repeats as fast, and is none.

export interface KeyPress {
  readonly key: string;
  /** Milliseconds, from any beginning. */
  readonly at: number;
  /** With Control, Alt or Meta, or held down: nobody's code. */
  readonly special: boolean;
}

export interface Wedge {
  /** The code that this keystroke ends, else null. */
  readonly press: (press: KeyPress) => string | null;
  /** How many letters of what may become a code have come. */
  readonly length: () => number;
}

/** Between two letters: a scanner over Bluetooth hiccups, so one pause may be long as long as all together are quick. */
const longestPause = 200;
const longestMean = 45;
/** What begins sooner after another letter may be the rest of a code whose first half is lost: half a number is none. */
const quiet = 500;
/** Four fingers that roll over the keys are as quick; codes are longer. */
const shortest = 5;

export function createWedge(): Wedge {
  const state = { text: '', began: 0, last: Number.NEGATIVE_INFINITY, whole: true };

  function press({ key, at, special }: KeyPress): string | null {
    if (key === 'Shift') return null;
    const since = at - state.last;
    const goesOn = state.text !== '' && since >= 0 && since <= longestPause;
    if (special || (key.length > 1 && key !== 'Enter' && key !== 'Tab')) {
      state.text = '';
      return null;
    }
    if (key === 'Enter' || key === 'Tab') {
      const { text, began, last, whole } = state;
      state.text = '';
      state.last = Number.NEGATIVE_INFINITY;
      const letters = [...text].length;
      return goesOn && whole && letters >= shortest && (last - began) / (letters - 1) <= longestMean ? text : null;
    }
    if (!goesOn) Object.assign(state, { text: '', began: at, whole: since < 0 || since > quiet });
    state.text += key;
    state.last = at;
    return null;
  }

  return { press, length: () => [...state.text].length };
}
