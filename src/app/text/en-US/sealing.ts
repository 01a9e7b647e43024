// Sentences of sealing screens. Filled by the screens that use them.

export const sealing = {} as const;
