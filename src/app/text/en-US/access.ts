// Sentences of access screens. Filled by the screens that use them.

export const access = {} as const;
