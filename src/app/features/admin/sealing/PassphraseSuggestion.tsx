// Five words by chance, made on this device when asked for. The words are a chunk of their own: most people bring a passphrase.

import { useState } from 'preact/hooks';
import { useApp } from '../../../context.ts';
import { Button } from '../../../ui/button/Button.tsx';
import css from './key-making.module.css';

export function PassphraseSuggestion({ onUse }: { readonly onUse: (passphrase: string) => void }) {
  const { device, text } = useApp();
  const words = text.sealing;
  const [suggested, setSuggested] = useState('');

  async function suggest(): Promise<void> {
    const { suggestPassphrase } = await import('./suggest-passphrase.ts');
    setSuggested(suggestPassphrase(device.store.ports.random));
  }

  return (
    <div class={css.suggestion}>
      {suggested !== '' && (
        <div class={css.suggested} role="status">
          <p class={css.quiet}>{words.suggestion}</p>
          <p class={css.suggestedWords} lang="en-US" translate={false}>
            {suggested}
          </p>
          <p class={css.quiet}>{words.suggestionHint}</p>
          <div class={css.row}>
            <Button icon="check" onClick={() => onUse(suggested)}>
              {words.useSuggestion}
            </Button>
            <Button look="quiet" icon="refresh" onClick={suggest}>
              {words.suggestAnother}
            </Button>
          </div>
        </div>
      )}
      {suggested === '' && (
        <Button look="quiet" onClick={suggest}>
          {words.suggest}
        </Button>
      )}
    </div>
  );
}
