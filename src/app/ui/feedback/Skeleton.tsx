// Holds the place of a list while it is read from the device, which takes a moment at most. Appears only
// after a short while, so that what is quick does not flicker; what takes over a second needs Progress.
import css from './skeleton.module.css';

export interface SkeletonProps {
  /** Said to screen readers: "Reading sessions". */
  readonly label: string;
  readonly rows?: number;
}

export function Skeleton({ label, rows = 4 }: SkeletonProps) {
  return (
    <div class={css.skeleton} role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        <div class={css.row} key={row} />
      ))}
    </div>
  );
}
