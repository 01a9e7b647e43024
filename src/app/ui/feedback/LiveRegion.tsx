// Says a short text to screen readers when it changes, and shows nothing. Must be in the page before the
// text changes; so render it always, with an empty text at first.
import css from '../unseen.module.css';

export function LiveRegion({ text }: { readonly text: string }) {
  return (
    <div class={css.unseen} role="status">
      {text}
    </div>
  );
}
