// What is asked before a tap on a link throws away what was typed.

export const unsaved = {
  title: '¿Salir sin guardar?',
  text: 'Lo que ingresó en esta pantalla todavía no está guardado.',
  stay: 'Quedarme aquí',
  leave: 'Salir sin guardar',
};
