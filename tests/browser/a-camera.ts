// A camera that sees what a test draws: the scanner's own decoder reads it.

import { encode } from 'uqr';
import { onTestFinished, vi } from 'vitest';
import type { CodeFormat } from '../../src/app/ui/scanner/code-formats.ts';
import { draw as drawCode } from './ui/bars.ts';

/** A camera before which somebody holds these codes, one after the other as the test says. */
export function aCamera(): { readonly hold: (code: string, format?: CodeFormat) => void; readonly stopped: () => boolean } {
  const canvas = document.createElement('canvas');
  canvas.width = 480;
  canvas.height = 480;
  const seen: { code: string; format: CodeFormat } = { code: '', format: 'qr_code' };
  const draw = () => {
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('a canvas');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, 480, 480);
    if (seen.code === '') return;
    if (seen.format !== 'qr_code') {
      drawCode(seen.format, seen.code, { module: 2, side: 480 }, canvas);
      return;
    }
    const { data, size } = encode(seen.code, { ecc: 'M', border: 4 });
    const module = Math.floor(460 / size);
    context.fillStyle = '#000';
    for (const [y, row] of data.entries()) {
      for (const [x, dark] of row.entries()) if (dark) context.fillRect(10 + x * module, 10 + y * module, module, module);
    }
  };
  draw();
  const streams: MediaStream[] = [];
  const timer = setInterval(draw, 60);
  const spy = vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockImplementation(async () => {
    const stream = canvas.captureStream(15);
    streams.push(stream);
    return stream;
  });
  onTestFinished(() => {
    clearInterval(timer);
    spy.mockRestore();
  });
  return {
    hold: (code, format = 'qr_code') => {
      Object.assign(seen, { code, format });
    },
    stopped: () => streams.flatMap((stream) => stream.getTracks()).every((track) => track.readyState === 'ended'),
  };
}
