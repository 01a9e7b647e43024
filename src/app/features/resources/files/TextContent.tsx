// A text in large letters, its lines as they were typed.

import css from './viewer.module.css';

export function TextContent({ text }: { readonly text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled with the keyboard
    <div class={css.scroll} tabIndex={0}>
      <p class={css.text}>{text}</p>
    </div>
  );
}
