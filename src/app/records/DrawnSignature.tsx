// The guardian's signature as it was drawn; nothing where there is none. One that was typed stands among the details.

import type { ContactDetails } from '../../domain/sign-up.ts';
import { useApp } from '../context.ts';
import css from './drawn-signature.module.css';

export function DrawnSignature({ contact: { signature = '' } }: { readonly contact: ContactDetails }) {
  const { text } = useApp();
  const words = text.followUp;
  if (signature === '') return null;
  return (
    <section class={css.box} aria-label={words.signature}>
      <h3>{words.signature}</h3>
      <svg class={css.signature} viewBox="0 0 600 200" role="img" aria-label={words.signatureOf}>
        <path d={signature} />
      </svg>
    </section>
  );
}
