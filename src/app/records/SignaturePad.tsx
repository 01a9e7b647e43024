// A box to sign in, with a finger, a pen or a mouse. The strokes become one SVG path in a box of 600 x 200, whole numbers only, and are
// thinned out as they come: a long signature is still small enough to be sealed.

import { useRef } from 'preact/hooks';
import { useApp } from '../context.ts';
import { Button } from '../ui/button/Button.tsx';
import css from './signature-pad.module.css';
import { isSignature } from './signature-length.ts';

const width = 600;
const height = 200;
/** Of the 60,000 letters a record takes. */
const longest = 50_000;
const nearest = 3;

export interface SignaturePadProps {
  readonly path: string;
  readonly onChange: (path: string) => void;
}

export function SignaturePad({ path, onChange }: SignaturePadProps) {
  const { text } = useApp();
  const words = text.kiosk.signature;
  const stroke = useRef<{ readonly pointer: number; readonly x: number; readonly y: number } | null>(null);
  // Strokes come faster than the screen is drawn: what was drawn last is not yet in `path`.
  const drawn = useRef(path);
  drawn.current = drawn.current.startsWith(path) && path !== '' ? drawn.current : path;

  function add(command: 'M' | 'L', event: PointerEvent & { readonly currentTarget: SVGSVGElement }): void {
    const box = event.currentTarget.getBoundingClientRect();
    const x = inside(((event.clientX - box.left) / box.width) * width, width);
    const y = inside(((event.clientY - box.top) / box.height) * height, height);
    const last = stroke.current;
    if (command === 'L' && (last === null || Math.hypot(x - last.x, y - last.y) < nearest)) return;
    stroke.current = { pointer: event.pointerId, x, y };
    if (drawn.current.length > longest) return;
    drawn.current = `${drawn.current}${command}${x} ${y}${command === 'M' ? `L${x} ${y}` : ''}`;
    onChange(drawn.current);
  }

  return (
    <div class={css.box}>
      <svg
        class={css.pad}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${words.pad}. ${isSignature(path) ? words.signed : words.empty}`}
        onPointerDown={(event) => {
          if (stroke.current !== null) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          add('M', event);
        }}
        onPointerMove={(event) => {
          if (stroke.current?.pointer === event.pointerId) add('L', event);
        }}
        onPointerUp={() => {
          stroke.current = null;
        }}
        onPointerCancel={() => {
          stroke.current = null;
        }}
      >
        <line x1="30" y1="160" x2="570" y2="160" class={css.base} />
        <path d={path} class={css.ink} />
      </svg>
      <Button
        icon="undo"
        disabled={path === ''}
        onClick={() => {
          drawn.current = '';
          onChange('');
        }}
      >
        {words.clear}
      </Button>
    </div>
  );
}

function inside(value: number, most: number): number {
  return Math.round(Math.min(Math.max(value, 0), most));
}
