// About the place of a session, loaded once the session is drawn: counting does not wait for it.

import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import type { AboutPlaceProps } from './AboutPlace.tsx';

export function LateAboutPlace(props: AboutPlaceProps) {
  const [loaded, setLoaded] = useState<{ readonly Part: ComponentType<AboutPlaceProps> } | 'loading' | 'failed'>('loading');
  useEffect(() => {
    const mounted = { now: true };
    import('./AboutPlace.tsx')
      .then((module) => mounted.now && setLoaded({ Part: module.AboutPlace }))
      .catch(() => mounted.now && setLoaded('failed')); // the page's own guard reloads for a release that is gone
    return () => {
      mounted.now = false;
    };
  }, []);
  if (loaded === 'loading') return null;
  if (loaded === 'failed') return <ProblemNotice problem={{ code: 'part-missing' }} />;
  return <loaded.Part {...props} />;
}
