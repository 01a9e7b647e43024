// Sentences of importing screens. Filled by the screens that use them.

export const importing = {} as const;
