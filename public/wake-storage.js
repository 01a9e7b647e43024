// Runs before the app has even been read: the browser opens its storage on a cold start for as long as it takes to read the app.
// Asking which databases there are opens it and makes none. Where that cannot be asked, nothing is lost.
if (typeof indexedDB === 'object' && indexedDB !== null && 'databases' in indexedDB) indexedDB.databases().catch(() => {});
