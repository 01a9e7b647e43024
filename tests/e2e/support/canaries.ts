// What must never be left behind, in each form in which it could hide: with its accents in one letter or apart, as a search key, in capitals,
// escaped for JSON or an address, as base64 or hex, as digits alone.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Canary {
  /** Found in small letters and in capitals. */
  readonly any: readonly string[];
  /** Found as they are. */
  readonly exact: readonly string[];
}

/**
 * Of something typed: its longest run of small letters, which is to be in no other text. It stays as it is with the accents around it in
 * either form, folded for a search, and escaped.
 */
export function canaryOf(typed: string): Canary {
  const core = (typed.match(/[a-z]+/g) ?? []).reduce((longest, run) => (run.length > longest.length ? run : longest), '');
  if (core.length < 8) throw new Error(`${typed} has no part that is found for sure`);
  return { any: [core, hex(core)], exact: base64Forms(core) };
}

/** Of a phone number, a date, a drawing: as it is written, in each of the ways given. */
export function canaryAs(...written: readonly string[]): Canary {
  return { any: written, exact: written.flatMap(base64Forms) };
}

/** Which of them are there, in the form that was found. */
export function foundIn(text: string, canaries: readonly Canary[]): readonly string[] {
  const small = text.toLowerCase();
  return canaries.flatMap(({ any, exact }) => [
    ...any.filter((form) => small.includes(form.toLowerCase())),
    ...exact.filter((form) => text.includes(form)),
  ]);
}

/** In the files of a folder and all below it, in letters of one byte and of two. */
export function foundOnDisk(folder: string, canaries: readonly Canary[]): readonly string[] {
  const forms = canaries.flatMap(({ any, exact }) => [...any, ...exact]);
  const bytes = forms.flatMap((form) => [Buffer.from(form, 'utf8'), Buffer.from(form, 'utf16le')]);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  if (files.length === 0) throw new Error(`there is nothing in ${folder}`);
  return files.flatMap((file) => {
    const held = readFileSync(join(file.parentPath, file.name));
    return bytes.filter((form) => held.includes(form)).map((form) => `${file.name} holds ${form.toString()}`);
  });
}

/** The letters of `text` in base64, wherever in a longer text it begins; what depends on its neighbors is left out. */
function base64Forms(text: string): readonly string[] {
  const forms = [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), Buffer.from(text, 'utf8')]);
    return whole.toString('base64').slice(Math.ceil((before * 8) / 6), Math.floor((whole.length * 8) / 6));
  });
  return [...new Set(forms.flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]))];
}

function hex(text: string): string {
  return Buffer.from(text, 'utf8').toString('hex');
}
