// Joins the class names that hold; what is undefined or false is left out.

export function classes(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
