// The camera scanner, loaded only when somebody scans. A part that cannot be loaded says so; typing is always the other way.

import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Notice } from '../feedback/Notice.tsx';
import { Progress } from '../feedback/Progress.tsx';
import type { ScannerProps } from './Scanner.tsx';

export function LazyScanner(props: ScannerProps) {
  const [loaded, setLoaded] = useState<{ readonly Part: ComponentType<ScannerProps> } | 'loading' | 'failed'>('loading');

  useEffect(() => {
    const mounted = { now: true };
    import('./Scanner.tsx')
      .then((module) => mounted.now && setLoaded({ Part: module.Scanner }))
      .catch(() => mounted.now && setLoaded('failed')); // shown below; the page's own guard reloads for a release that is gone
    return () => {
      mounted.now = false;
    };
  }, []);

  if (loaded === 'loading') return <Progress label={props.words.starting} />;
  if (loaded === 'failed') return <Notice tone="problem" title={props.words.cannotDecode} announce />;
  return <loaded.Part {...props} />;
}
