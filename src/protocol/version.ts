// The protocol's version and limits. A released number is never edited; SPEC.md says what each rule costs and why.

/** Sent with every request; the server answers every version ever released. */
export const protocolVersion = 1;

/** [S3] A push carries at most this many facts … */
export const mostFactsPerPush = 1_000;
/** … and at most this many bytes of JSON, whichever comes first. */
export const mostBytesPerPush = 1_048_576;
/** The server reads no request larger than this: one largest fact, escaped, always fits alone. */
export const largestRequest = 2_097_152;
/** [S12] Facts in one page of a pull. */
export const factsPerPage = 5_000;
/** [S20] Ids offered at once to a restored server. */
export const mostIdsPerOffer = 5_000;
