// What is asked before a tap on a link throws away what was typed.

export const unsaved = {
  title: 'Leave without saving?',
  text: 'What you entered on this screen is not saved yet.',
  stay: 'Stay here',
  leave: 'Leave without saving',
};
