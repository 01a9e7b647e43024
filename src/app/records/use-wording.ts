// The words in which consent is asked: the library's own in the person's language, else ours in that language; while ours is being
// loaded, that of whoever holds the tablet. Version and text always belong together.

import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../domain/shapes.ts';
import { type ConsentWording, ourWording, type SignUpRules } from '../../domain/sign-up-rules.ts';
import { useApp } from '../context.ts';
import { loadText, type Text } from '../text/text.ts';

export function useWording(rules: SignUpRules, language: Language): ConsentWording {
  const { text } = useApp();
  const own = rules.consents[language];
  const [theirs, setTheirs] = useState<{ readonly language: Language; readonly text: Text } | null>(null);
  useEffect(() => {
    if (own !== undefined || language === text.language) return undefined;
    const state = { left: false };
    // A chunk that cannot be had leaves the wording that is shown; the app says by itself that a part is missing.
    void loadText(language).then(async (loading) => {
      await loading.whole();
      if (!state.left) setTheirs({ language, text: loading.text });
    });
    return () => {
      state.left = true;
    };
  }, [own, language, text]);
  if (own !== undefined) return own;
  const { consent } = (theirs?.language === language ? theirs.text : text).signUps;
  return ourWording(consent, rules.keepDays);
}
