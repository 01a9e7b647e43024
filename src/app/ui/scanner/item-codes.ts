// The formats of barcodes on things a library brings: books, library labels, shop goods.

import type { CodeFormat } from './decoder.ts';

export const itemCodes: readonly CodeFormat[] = ['ean_13', 'ean_8', 'upc_a', 'upc_e', 'code_128', 'code_39', 'codabar', 'itf', 'qr_code'];
