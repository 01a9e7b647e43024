// The programs around the code: whether the app is built anew is told by what goes into it, wherever its folder lies; `npm test` ends as it says.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import * as v from 'valibot';

test.each(['wayside', join('src', 'servers', 'wayside'), join('src', 'server')])(
  'in %s a change of the app is one of the build, a change of the server is none',
  async (place) => {
    const { hashOfInputs } = v.parse(
      v.looseObject({ hashOfInputs: v.function() }),
      await import(new URL('../.ci/build.mjs', import.meta.url).href),
    );
    const above = mkdtempSync(join(tmpdir(), 'wayside-build-'));
    onTestFinished(() => rmSync(above, { recursive: true, force: true }));
    const clone = join(above, place);
    const write = (folder: string, text: string) => {
      mkdirSync(join(clone, 'src', folder), { recursive: true });
      writeFileSync(join(clone, 'src', folder, 'file.ts'), text);
      return hashOfInputs(clone);
    };
    write('app', 'one');
    const before = write('server', 'one');
    expect(write('server', 'two')).toBe(before);
    expect(write('app', 'two')).not.toBe(before);
  },
);

test.each([
  [0, ['7 passed, 1 failed']],
  [2, ['2 skipped', '7 passed, 1 failed']],
])('the tests end with what passed and failed, and nothing behind it, with %d skipped', async (skipped, lines) => {
  const { lastLines } = v.parse(
    v.looseObject({ lastLines: v.function() }),
    await import(new URL('../.ci/last-lines.mjs', import.meta.url).href),
  );
  expect(lastLines({ passed: 7, failed: 1, skipped })).toEqual(lines);
});
