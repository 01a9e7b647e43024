// Which of the themes the reader chose, remembered on this device. Storage can be refused (private
// windows, policies): then the choice holds until the page closes, and nothing else breaks.

export type Theme = 'automatic' | 'light' | 'dark' | 'sunlight';

export const themes = ['automatic', 'light', 'dark', 'sunlight'] as const satisfies readonly Theme[];

const storageKey = 'wayside-theme';

/** Called once before the first paint, so that no other theme flashes up. */
export function applyRememberedTheme(): void {
  wear(rememberedTheme());
}

export function chooseTheme(theme: Theme): void {
  wear(theme);
  try {
    localStorage.setItem(storageKey, theme);
  } catch {
    // Refused or full: the theme is on for this page, which is all that was promised.
  }
}

/** What the page wears now. */
export function currentTheme(): Theme {
  return themeFrom(document.documentElement.dataset['theme']);
}

function rememberedTheme(): Theme {
  try {
    return themeFrom(localStorage.getItem(storageKey));
  } catch {
    return 'automatic';
  }
}

function themeFrom(text: string | null | undefined): Theme {
  return themes.find((theme) => theme === text) ?? 'automatic';
}

function wear(theme: Theme): void {
  if (theme === 'automatic') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
