// The people in every test. Alice coordinates, Bob is staff, Chelsea has no rights here.

export const alice = { name: 'Alice Moreau', email: 'alice@library.example', password: 'a bookmobile in the rain' } as const;
export const bob = { name: 'Bob Okafor', staff: 'BOB000000001' } as const;
export const chelsea = { name: 'Chelsea Ruiz', email: 'chelsea@elsewhere.example', password: 'nothing to see over here' } as const;
