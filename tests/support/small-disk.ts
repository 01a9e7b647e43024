// Folders that run out of room: a file system of a few mebibytes where this user may mount one (root on Linux), or a limit on the size
// of the files that one process may write (`prlimit`, any Linux). The two fail differently: the disk is full, the write is refused.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export const mayMount = process.platform === 'linux' && process.getuid?.() === 0 && canMount();
export const mayLimit = spawnSync('prlimit', ['--version']).status === 0;

export interface SmallDisk {
  readonly folder: string;
  readonly grow: (mebibytes: number) => void;
}

/** Unmounted when the test is over. */
export function aSmallDisk(mebibytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'wayside-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', folder]);
  onTestFinished(() => {
    execFileSync('umount', ['--lazy', folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  return { folder, grow: (more) => void execFileSync('mount', ['-o', `remount,size=${more}m`, folder]) };
}

/** No file of this process grows beyond it from now on; null lifts the limit. */
export function limitFileSize(pid: number, mebibytes: number | null): void {
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${mebibytes === null ? 'unlimited' : mebibytes * 2 ** 20}:`]);
}

function canMount(): boolean {
  const folder = join(mkdtempSync(join(tmpdir(), 'wayside-disk-')), 'probe');
  mkdirSync(folder);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]).status === 0;
  if (mounted) spawnSync('umount', [folder]);
  rmSync(join(folder, '..'), { recursive: true, force: true });
  return mounted;
}
