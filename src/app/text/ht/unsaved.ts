// What is asked before a tap on a link throws away what was typed.

export const unsaved = {
  title: 'Ou vle soti san anrejistre?',
  text: 'Sa ou antre sou ekran sa a poko anrejistre.',
  stay: 'Rete isit la',
  leave: 'Soti san anrejistre',
};
