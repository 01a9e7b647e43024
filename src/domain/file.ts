// What a resource says of its file: a PDF, a picture, sound, a short video, a saved page. A file is known by its SHA-256. Apart from what
// is done with bytes (file-type.ts, file-pieces.ts), because every start of the app reads this.

import * as v from 'valibot';
import { line } from './shapes.ts';

/** base64url of 32 bytes. */
export const fileHash = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));
const fileBytes = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** What a resource says of its file; the bytes travel apart (protocol/files.ts). `mime` of a later version may be one we cannot show. */
export const fileRef = v.looseObject({ hash: fileHash, bytes: fileBytes, mime: line, name: line });
export type FileRef = v.InferOutput<typeof fileRef>;

/** Where a saved page came from, as the person who saved it says. */
export const savedPage = v.looseObject({ title: line, source: line });
