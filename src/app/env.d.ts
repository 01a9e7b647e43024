// What the build puts in: package version and a short name of the build.
declare const __APP_VERSION__: string;

interface Window {
  /** Set by public/wake.js. */
  readonly __waysideWoken?: Promise<IDBDatabase | null>;
}
