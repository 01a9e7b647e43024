// Sentences of sessions screens. Filled by the screens that use them.

export const sessions = {} as const;
