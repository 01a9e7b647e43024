// The report as a person reads it, and as a program does.

import { cpus, totalmem } from 'node:os';
import type { Aim, Judged } from './figures.ts';

export interface Report {
  readonly at: string;
  readonly machine: Readonly<Record<string, string | number>>;
  readonly lines: readonly Judged[];
  /** Measurements that could not be made, and why. */
  readonly failed: readonly { readonly measurement: string; readonly why: string }[];
}

export function machine(browser: string): Report['machine'] {
  const [first] = cpus();
  return {
    platform: `${process.platform} ${process.arch}`,
    processors: cpus().length,
    processor: first?.model.trim() ?? 'unknown',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    browser,
  };
}

export function reportText(report: Report): string {
  const head = ['', 'ours', 'floor', 'ratio', 'aim', ''];
  const rows = report.lines.map((line) => [
    `${line.measurement}: ${line.what}`,
    figure(line.value, line.unit),
    line.floor === null ? '' : figure(line.floor, line.unit),
    line.ratio === null ? '' : line.ratio.toFixed(2),
    line.aim === null ? '' : aimText(line.aim, line.unit),
    line.met === null ? '' : line.met ? 'met' : 'MISSED',
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const table = [head, ...rows].map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '),
  );
  const details = report.lines.map((line) => `${line.measurement}: ${line.what}: ${detailText(line)}`);
  const failures = report.failed.map(({ measurement, why }) => `${measurement}: not measured: ${why}`);
  const where = Object.entries(report.machine).map(([what, value]) => `${what} ${value}`);
  return [where.join(', '), '', ...table, '', ...details, ...failures].join('\n');
}

function figure(value: number, unit: string): string {
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return `${value.toFixed(digits)} ${unit}`.trim();
}

function aimText(aim: Aim, unit: string): string {
  const unitText = aim.of === 'ratio' ? 'x floor' : unit;
  return [aim.atMost === undefined ? '' : `<= ${aim.atMost} ${unitText}`, aim.atLeast === undefined ? '' : `>= ${aim.atLeast} ${unitText}`]
    .filter((part) => part !== '')
    .join(' and ')
    .trim();
}

function detailText(line: Judged): string {
  const parts = Object.entries(line.detail).map(([name, value]) => `${name} ${typeof value === 'number' ? figure(value, '') : value}`);
  return parts.join(', ');
}
