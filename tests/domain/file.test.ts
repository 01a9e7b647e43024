// What a file is, by its first bytes.

import { expect, test } from 'vitest';
import { pieceBytes, piecesOf, sizeOfPiece } from '../../src/domain/file-pieces.ts';
import { kindOfFile, typeOfFile } from '../../src/domain/file-type.ts';

const bytes = (latin1: string) => new Uint8Array(Buffer.from(latin1, 'latin1'));

test.each([
  ['%PDF-1.7\n', 'application/pdf'],
  ['\n junk before %PDF-1.4', 'application/pdf'],
  ['\x89PNG\r\n\x1a\n....', 'image/png'],
  ['\xff\xd8\xff\xe0..JFIF', 'image/jpeg'],
  ['GIF89a..', 'image/gif'],
  ['RIFF....WEBPVP8 ', 'image/webp'],
  ['RIFF....WAVEfmt ', 'audio/wav'],
  ['....ftypavif', 'image/avif'],
  ['....ftypM4A ', 'audio/mp4'],
  ['....ftypisom', 'video/mp4'],
  ['\x1a\x45\xdf\xa3....webm', 'video/webm'],
  ['OggS\0', 'audio/ogg'],
  ['fLaC\0', 'audio/flac'],
  ['ID3\x04\0', 'audio/mpeg'],
  ['\xff\xfb\x90\0', 'audio/mpeg'],
  ['\xef\xbb\xbf \r\n<!DOCTYPE html><title>Saved', 'text/html'],
  ['<!-- saved from url --><html>', 'text/html'],
  ['Words to sing, \xc3\xa9', 'text/plain'],
])('%j is %s, and can be shown', (beginning, type) => {
  expect(typeOfFile(bytes(beginning))).toBe(type);
  expect(kindOfFile(type)).not.toBeNull();
});

test.each([
  '',
  'MZ\x90\0',
  'PK\x03\x04',
  '\x7fELF',
  '....ftypheic',
  'RIFF....AVI ',
  '\x1a\x45\xdf\xa3 matroska',
  '<svg>',
  '<?xml ?><svg>',
  'a\0b',
  '\xff\xfeu\0',
])('%j is none of ours, whatever it is called', (beginning) => expect(typeOfFile(bytes(beginning))).toBeNull());

test('a type of a later version, or one that is a name every object has, cannot be shown', () => {
  expect([kindOfFile('model/gltf'), kindOfFile('constructor')]).toEqual([null, null]);
});

test('a file is cut into pieces of one size but the last', () => {
  const length = 2 * pieceBytes + 1;
  expect([piecesOf(1), piecesOf(pieceBytes), piecesOf(length)]).toEqual([1, 1, 3]);
  expect([0, 1, 2, 3].map((at) => sizeOfPiece(length, at))).toEqual([pieceBytes, pieceBytes, 1, 0]);
});
