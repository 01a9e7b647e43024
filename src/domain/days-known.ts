// How far a device's knowledge of sessions reaches (SPEC.md, S15). The server computes the days from these; a device only asks what it may expect.

/** Days before today of which a device has all sessions. */
export const daysKnown = 45;

/** Days after today of which it has all that are planned. */
export const daysAhead = 120;

/** Days before today of which it has the sessions with a sign-up that nobody has settled. */
export const daysOfUnsettled = 365;

/** So many days after that a sign-up that nobody settled is erased: no desk can reach it any more (SPEC.md, S35). */
export const daysUntilForgotten = 30;
