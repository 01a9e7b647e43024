// Which devices have been enrolled since the screen opened. The server is asked every few seconds, only while the page is looked at:
// nobody pokes a coordinator's screen about enrollments.

import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../../../context.ts';

const askEvery = 4_000;

export interface Arrivals {
  /** Names, in the order of arrival. */
  readonly arrived: readonly string[];
  /** What the next tablet is called by default: "Tablet 2". */
  readonly nextNumber: number;
}

export function useArrivals(): Arrivals {
  const { device } = useApp();
  const known = useRef<ReadonlySet<string> | undefined>(undefined);
  const [arrivals, setArrivals] = useState<Arrivals>({ arrived: [], nextNumber: 1 });

  useEffect(() => {
    let left = false;
    async function look(): Promise<void> {
      if (document.visibilityState !== 'visible') return;
      const answer = await device.access.devices();
      if (left || !answer.ok) return; // the screen itself says when the server cannot be reached
      const devices = answer.value;
      const before = known.current ?? new Set(devices.map((one) => one.id));
      const fresh = devices.filter((one) => !before.has(one.id));
      known.current = new Set(devices.map((one) => one.id));
      const tablets = devices.filter((one) => one.level === 'staff' || one.level === 'kiosk').length;
      setArrivals((last) =>
        fresh.length === 0 && last.nextNumber === tablets + 1
          ? last
          : { arrived: [...last.arrived, ...fresh.map((one) => one.name)], nextNumber: tablets + 1 },
      );
    }
    void look();
    const timer = setInterval(look, askEvery);
    return () => {
      left = true;
      clearInterval(timer);
    };
  }, [device]);

  return arrivals;
}
