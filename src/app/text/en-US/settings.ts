// Sentences of settings screens. Filled by the screens that use them.

export const settings = {} as const;
