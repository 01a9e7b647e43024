// Sentences of sign ups screens. Filled by the screens that use them.

export const signUps = {} as const;
