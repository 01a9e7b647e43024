// ThemeSwitch behind one button. A disclosure, not a menu: what opens are plain radio buttons.
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { IconButton } from '../button/IconButton.tsx';
import { ThemeSwitch, type ThemeSwitchProps } from './ThemeSwitch.tsx';
import css from './theme-switch.module.css';

export interface ThemeMenuProps extends Omit<ThemeSwitchProps, 'onChoose'> {
  /** Name of the button. */
  readonly label: string;
}

export function ThemeMenu({ label, legend, labels }: ThemeMenuProps) {
  const panelId = useId();
  const [open, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);

  // Not after the next painting: a key pressed at once would find nobody who hears it.
  useLayoutEffect(() => {
    if (!open) return undefined;
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && !menu.current?.contains(event.target)) setOpen(false);
    };
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      opener.current?.focus();
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    document.addEventListener('keydown', closeOnEscape);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
      document.removeEventListener('keydown', closeOnEscape);
    };
  }, [open]);

  return (
    <div class={css.menu} ref={menu}>
      <IconButton icon="sunlight" label={label} buttonRef={opener} expanded={open} controls={panelId} onClick={() => setOpen(!open)} />
      <div class={css.panel} id={panelId} hidden={!open}>
        {open && <ThemeSwitch legend={legend} labels={labels} />}
      </div>
    </div>
  );
}
