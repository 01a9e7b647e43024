// The browser's own IndexedDB, held to the list that the simulated disk is held to.

import { diskConformance } from '../../simulation/disk-conformance.ts';

diskConformance(() => ({ factory: indexedDB, range: IDBKeyRange }));
