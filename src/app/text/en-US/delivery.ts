// What a person reads about delivery: where records are and what waits.

export const delivery = {} as const;
