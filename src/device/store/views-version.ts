// Which folding rules made the views. Raised when folding changes, or when a kind becomes known whose facts older apps have kept unread:
// every device then folds its views again (rebuild.ts).

export const viewsVersion = 4;
