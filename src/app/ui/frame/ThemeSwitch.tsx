// Light, dark, sunlight or as the device says: all four in sight, one tap. ThemeMenu puts it behind one
// button for the frame, so that from any screen sunlight is two taps away.
import { useState } from 'preact/hooks';
import { Icon } from '../Icon.tsx';
import { chooseTheme, currentTheme, type Theme, themes } from '../theme.ts';
import css from './theme-switch.module.css';

export type ThemeLabels = Readonly<Record<Theme, string>>;

export interface ThemeSwitchProps {
  readonly legend: string;
  readonly labels: ThemeLabels;
  readonly onChoose?: (theme: Theme) => void;
}

export function ThemeSwitch({ legend, labels, onChoose }: ThemeSwitchProps) {
  const [theme, setTheme] = useState(currentTheme);
  return (
    <fieldset class={css.switch}>
      <legend class={css.legend}>{legend}</legend>
      <div class={css.row}>
        {themes.map((each) => (
          <label class={css.choice} key={each}>
            <input
              class={css.radio}
              type="radio"
              name="wayside-theme"
              value={each}
              checked={each === theme}
              onChange={() => {
                chooseTheme(each);
                setTheme(each);
                onChoose?.(each);
              }}
            />
            <Icon name={each} />
            <span>{labels[each]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
