// A part of the session screen that is loaded once the session is drawn: counting does not wait for it.

import { type ComponentType, h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';

export function latePart<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  return function LatePart(props: Props) {
    const [loaded, setLoaded] = useState<{ readonly Part: ComponentType<Props> } | 'loading' | 'failed'>('loading');
    useEffect(() => {
      const mounted = { now: true };
      load()
        .then((Part) => mounted.now && setLoaded({ Part }))
        .catch(() => mounted.now && setLoaded('failed')); // the page's own guard reloads for a release that is gone
      return () => {
        mounted.now = false;
      };
    }, []);
    if (loaded === 'loading') return null;
    if (loaded === 'failed') return <ProblemNotice problem={{ code: 'part-missing' }} />;
    return h(loaded.Part, props);
  };
}
