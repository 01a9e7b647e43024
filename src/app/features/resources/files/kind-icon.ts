// The picture and the word of a file's kind.

import type { FileRef } from '../../../../domain/file.ts';
import { type FileKind, kindOfFile } from '../../../../domain/file-type.ts';
import type { Text } from '../../../text/text.ts';
import type { IconName } from '../../../ui/Icon.tsx';

const icons: Readonly<Record<FileKind, IconName>> = {
  pdf: 'book',
  image: 'show',
  audio: 'aloud',
  video: 'start',
  page: 'note',
  text: 'note',
};

export function iconOfFile({ mime }: Pick<FileRef, 'mime'>): IconName {
  const kind = kindOfFile(mime);
  return kind === null ? 'kit' : icons[kind];
}

/** 'PDF · 2.4 MB' */
export function wordsOfFile(text: Text, { mime, bytes }: Pick<FileRef, 'mime' | 'bytes'>): string {
  const kind = kindOfFile(mime);
  return `${kind === null ? text.files.otherKind : text.files.kind[kind]} · ${text.formatting.bytes(bytes)}`;
}
