// Figures from samples, and what a measurement reports. A floor is the least that any program would have to do for the same effect,
// measured in the same run and taken in turns with ours, so that a busy machine slows both and the ratio stands.

export interface Summary {
  readonly samples: number;
  readonly median: number;
  readonly p95: number;
  readonly p99: number;
}

/** What is hoped for. Never asserted: a figure that misses its aim is reported as missed. */
export interface Aim {
  readonly of: 'ratio' | 'value';
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** One line of the report. `value` and `floor` are in `unit`; `detail` is whatever else explains them. */
export interface Line {
  readonly what: string;
  readonly unit: string;
  readonly value: number;
  readonly floor: number | null;
  readonly aim: Aim | null;
  readonly detail: Readonly<Record<string, number | string>>;
}

export interface Judged extends Line {
  readonly measurement: string;
  readonly ratio: number | null;
  /** null: nothing was aimed at. */
  readonly met: boolean | null;
}

export interface Pair {
  readonly ours: readonly number[];
  readonly floor: readonly number[];
}

/** Nearest-rank percentiles, so that every figure is one that was measured. */
export function summaryOf(samples: readonly number[]): Summary {
  const sorted = [...samples].sort((a, b) => a - b);
  const rank = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return { samples: sorted.length, median: rank(0.5), p95: rank(0.95), p99: rank(0.99) };
}

export function judge(measurement: string, line: Line): Judged {
  const ratio = line.floor === null ? null : line.value / line.floor;
  const judged = line.aim?.of === 'ratio' ? ratio : line.value;
  const met =
    line.aim === null || judged === null
      ? null
      : judged <= (line.aim.atMost ?? Number.POSITIVE_INFINITY) && judged >= (line.aim.atLeast ?? Number.NEGATIVE_INFINITY);
  return { measurement, ...line, ratio, met };
}

/** `times` rounds, ours and the floor in turns; who goes first changes every round. */
export async function inTurns(
  times: number,
  ours: (round: number) => Promise<number>,
  floor: (round: number) => Promise<number>,
): Promise<Pair> {
  const samples = { ours: [] as number[], floor: [] as number[] };
  for (let round = 0; round < times; round++) {
    if (round % 2 === 0) samples.ours.push(await ours(round));
    samples.floor.push(await floor(round));
    if (round % 2 === 1) samples.ours.push(await ours(round));
  }
  return samples;
}

/** A line about medians, with both sides' spread as detail. */
export function medianLine(what: string, pair: Pair, aim: Aim | null, detail: Line['detail'] = {}): Line {
  const [ours, floor] = [summaryOf(pair.ours), summaryOf(pair.floor)];
  const spread = { rounds: ours.samples, p95: ours.p95, 'floor p95': floor.p95 };
  return { what, unit: 'ms', value: ours.median, floor: floor.median, aim, detail: { ...spread, ...detail } };
}
