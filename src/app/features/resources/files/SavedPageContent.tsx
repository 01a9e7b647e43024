// A saved web page in a frame that runs no script, opens nothing and fetches nothing: the service worker answers for it from what is kept
// here (worker/kept-page.ts). A link followed in it leads to a refusal of our policy; the page is then opened anew.

import { useRef, useState } from 'preact/hooks';
import { useApp } from '../../../context.ts';
import { Notice } from '../../../ui/feedback/Notice.tsx';
import css from './viewer.module.css';

export function SavedPageContent({ hash, title }: { readonly hash: string; readonly title: string }) {
  const words = useApp().text.files;
  const [times, setTimes] = useState(0);
  /** Of the frame that stands there now. */
  const loads = useRef(0);
  if (!('serviceWorker' in navigator) || navigator.serviceWorker.controller === null)
    return <Notice tone="info" title={words.pagesNotReady} />;
  return (
    <>
      {times > 0 && <Notice tone="info" title={words.pageLink} announce />}
      <iframe
        key={times}
        class={css.page}
        title={title}
        // Same origin so that the worker sees the request; without scripts nothing in it can make use of that. The answer's own policy
        // takes the origin away again.
        sandbox="allow-same-origin"
        src={`/kept/${hash}`}
        onLoad={() => {
          loads.current += 1;
          if (loads.current === 1) return;
          loads.current = 0;
          setTimes(times + 1);
        }}
      />
    </>
  );
}
