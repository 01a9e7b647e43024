// The frame of screens that a browser may need before it belongs to a library: there is nowhere to navigate to yet, so it is one
// quiet column. When `place` changes, the heading gets the focus, because nothing else says that a new step has come.

import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from '../../../context.ts';
import { LanguageSwitch } from '../../../LanguageSwitch.tsx';
import { LeaveAsked } from '../../../LeaveAsked.tsx';
import { ThemeMenu } from '../../../ui/frame/ThemeMenu.tsx';
import css from './lone-frame.module.css';

export interface LoneFrameProps {
  readonly title: string;
  /** A line above the title, such as "Step 2 of 7". */
  readonly above?: ComponentChildren;
  readonly lead?: ComponentChildren;
  /** What is on the screen; a change of it is an arrival. */
  readonly place: string;
  readonly children: ComponentChildren;
}

export function LoneFrame({ title, above, lead, place, children }: LoneFrameProps) {
  const { text } = useApp();
  const heading = useRef<HTMLHeadingElement>(null);
  const lastPlace = useRef<string | undefined>(undefined);

  useLayoutEffect(() => {
    document.title = `${title} · ${text.shell.appName}`;
  }, [title, text]);

  useLayoutEffect(() => {
    if (lastPlace.current === place) return;
    // The first screen after loading keeps the focus where the browser put it: at the top.
    if (lastPlace.current !== undefined) {
      window.scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
    lastPlace.current = place;
  }, [place]);

  return (
    <div class={css.page}>
      <header data-print="no">
        <div class={css.top}>
          <span class={css.brand}>
            <img class={css.sign} src="/icon.svg" alt="" width="36" height="36" />
            {text.shell.appName}
          </span>
          <ThemeMenu label={text.shell.theme.title} legend={text.shell.theme.title} labels={text.shell.theme} />
        </div>
        <div class={css.languages}>
          <LanguageSwitch />
        </div>
      </header>
      <main class={css.main} id="main">
        <div class={css.head}>
          {above && <div class={css.above}>{above}</div>}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <div class={css.lead}>{lead}</div>}
        </div>
        {children}
        <LeaveAsked />
      </main>
    </div>
  );
}
