// Sentences in other languages than that of staff: the kiosk speaks the visitor's, and a coordinator sees what visitors read.

import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../domain/shapes.ts';
import { loadText, type Text } from '../text/text.ts';

/** null while they load, all of them. A language whose part cannot be loaded is left out; the others go on. */
export function useTexts(languages: readonly Language[]): ReadonlyMap<Language, Text> | null {
  const [loaded, setLoaded] = useState<{ readonly wanted: string; readonly texts: ReadonlyMap<Language, Text> } | null>(null);
  const wanted = languages.join(' ');
  useEffect(() => {
    const state = { left: false };
    void Promise.allSettled(languages.map(whole)).then((results) => {
      if (state.left) return;
      const texts = results.flatMap((result) => (result.status === 'fulfilled' ? [[result.value.language, result.value] as const] : []));
      setLoaded({ wanted, texts: new Map(texts) });
    });
    return () => {
      state.left = true;
    };
  }, [wanted]);
  return loaded?.wanted === wanted ? loaded.texts : null;
}

async function whole(language: Language): Promise<Text> {
  const loading = await loadText(language);
  await loading.whole();
  return loading.text;
}
