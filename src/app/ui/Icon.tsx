// Our names for pictures, mapped to one icon set. An icon never speaks: the words beside it do, so it is
// hidden from screen readers. Add a name in icons/ only with its first use.
import type { LucideIcon } from 'lucide-preact';
import { classes } from './classes.ts';
import css from './icon.module.css';
import { firstPictures } from './icons/first-pictures.ts';
import type { morePictures } from './icons/more-pictures.ts';

export type IconName = keyof typeof firstPictures | keyof typeof morePictures;

const pictures: Partial<Record<IconName, LucideIcon>> = { ...firstPictures };

/** Screens that are loaded lazily wait for this; the first screens use the first pictures only. */
export async function loadMoreIcons(): Promise<void> {
  Object.assign(pictures, (await import('./icons/more-pictures.ts')).morePictures);
}

export interface IconProps {
  readonly name: IconName;
  readonly size?: 'text' | 'large';
  readonly class?: string;
}

export function Icon({ name, size = 'text', class: extra }: IconProps) {
  const look = classes(css.icon, size === 'large' && css.large, extra);
  const Picture = pictures[name];
  // A picture still on its way keeps its place, so that nothing jumps.
  return Picture === undefined ? <span class={look} aria-hidden="true" /> : <Picture class={look} aria-hidden="true" />;
}
