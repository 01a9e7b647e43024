// Is an answer the file of the app it was asked for? A network with a sign-in page answers everything with 200 and HTML; kept as a
// script it would break the app for good. An answer that is not what it should be fails the installation, which is tried again later.

const types: readonly (readonly [RegExp, RegExp])[] = [
  [/\.js$/, /javascript/],
  [/\.css$/, /css/],
  [/\.html$/, /html/],
  [/\.svg$/, /svg/],
  [/\.png$/, /png/],
  [/\.woff2$/, /font|octet-stream/],
  [/\.webmanifest$/, /json/],
];

export function isWhatItShouldBe(url: string, response: Response): boolean {
  if (!response.ok || response.redirected) return false;
  const { pathname } = new URL(url);
  const expected = types.find(([file]) => file.test(pathname));
  return expected === undefined || expected[1].test(response.headers.get('content-type') ?? '');
}
