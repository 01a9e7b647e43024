// How often each fault of the list has really struck, over a run or over many.

export const faultCodes = [
  ...['N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'N8', 'N9', 'N10', 'N11', 'N12'],
  ...['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S8', 'S10', 'S11'],
  ...['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8', 'D9', 'D10', 'D11', 'D12', 'D13', 'D14', 'D16', 'D17', 'D18', 'D19'],
  ...['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9'],
  ...['B1', 'B2', 'B3', 'B4', 'B5', 'B6'],
  ...['L1', 'L2', 'L3'],
] as const;
export type FaultCode = (typeof faultCodes)[number];

export interface Counts {
  readonly hit: (code: FaultCode) => void;
  readonly all: () => Readonly<Record<string, number>>;
}

export function createCounts(note: (line: string) => void): Counts {
  const counts = new Map<string, number>();
  return {
    hit: (code) => {
      note(`!${code};`);
      counts.set(code, (counts.get(code) ?? 0) + 1);
    },
    all: () => Object.fromEntries(counts),
  };
}
