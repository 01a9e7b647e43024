// A QR code as one SVG path, black on white with its quiet zone in every theme, because scanners want it so.
// The label says what the code is for; what it holds must stand beside it in letters as well.
import { encode } from 'uqr';
import css from './qr-code.module.css';

export interface QrCodeProps {
  readonly text: string;
  readonly label: string;
  readonly size?: 'plain' | 'large';
}

const quietZone = 4;

export function QrCode({ text, label, size = 'plain' }: QrCodeProps) {
  const code = encode(text, { ecc: 'M', border: quietZone });
  return (
    <svg
      class={size === 'large' ? css.large : css.plain}
      viewBox={`0 0 ${code.size} ${code.size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <path class={css.paper} d={`M0 0h${code.size}v${code.size}H0z`} />
      <path class={css.ink} d={modulesToPath(code.data)} />
    </svg>
  );
}

/** Runs of dark modules in a row become one bar each. */
function modulesToPath(rows: readonly (readonly boolean[])[]): string {
  return rows
    .map((row, y) => {
      let path = '';
      for (let x = 0; x < row.length; x++) {
        if (!row[x]) continue;
        const start = x;
        while (row[x + 1]) x++;
        path += `M${start} ${y}h${x - start + 1}v1H${start}z`;
      }
      return path;
    })
    .join('');
}
