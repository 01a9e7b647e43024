// Files that a screen hands to the browser to be saved, caught instead of downloaded.

import { onTestFinished } from 'vitest';

export interface HandedOut {
  readonly name: string;
  readonly content: Blob;
}

/** From now on, until the test ends; the list grows with each. */
export function handedOut(): readonly HandedOut[] {
  const files: HandedOut[] = [];
  const { createObjectURL } = URL;
  const made: Blob[] = [];
  URL.createObjectURL = (content) => {
    if (content instanceof Blob) made.push(content);
    return 'blob:test';
  };
  HTMLAnchorElement.prototype.click = function () {
    const content = made.at(-1);
    if (content !== undefined) files.push({ name: this.download, content });
  };
  onTestFinished(() => {
    URL.createObjectURL = createObjectURL;
    Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
  });
  return files;
}

/** Blob.text drops a byte order mark. */
export async function contentOf(given: HandedOut | undefined): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await given?.content.arrayBuffer());
}
