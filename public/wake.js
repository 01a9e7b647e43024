// Runs before the app has been read. Opens its database meanwhile: src/app/main.tsx reads Today from it. One that is not there is not made
// (its making is taken back), and whatever else is wrong with it is for the app's own opening to find. Who waits longer than two seconds for
// the app sees its name; a slow tablet draws Today a tenth of a second later when it has drawn that first.
self.__waysideWoken = new Promise((resolve) => {
  if (typeof indexedDB !== 'object' || indexedDB === null) return resolve(null);
  const asked = indexedDB.open('wayside');
  asked.onupgradeneeded = () => asked.transaction.abort();
  asked.onerror = (event) => {
    event.preventDefault();
    resolve(null);
  };
  asked.onsuccess = () => {
    const database = asked.result;
    database.onversionchange = () => database.close();
    resolve(database);
  };
}).catch(() => null);
setTimeout(() => document.querySelector('.starting')?.removeAttribute('hidden'), 2_000);
