// Reading a question aloud: where the device has a voice for the visitor's language, and nowhere else.

import { useRef } from 'preact/hooks';
import { expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ReadAloud } from '../../../src/app/features/kiosk/ReadAloud.tsx';
import { VisitScreen } from '../../../src/app/features/kiosk/VisitScreen.tsx';
import { isolated } from '../../../src/app/features/kiosk/titles.ts';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import { loadText, type Text } from '../../../src/app/text/text.ts';
import { defaultRules } from '../../../src/domain/sign-up-rules.ts';
import { aDevice, aScreen } from '../a-screen.tsx';
import { expectAccessible } from '../accessibility.ts';

const { aloud } = text.kiosk;

/** The browser's voice, as far as the kiosk asks it: voices may be known late, and what is said is noted instead of heard. */
function aSpeech(...languages: readonly string[]) {
  const state = { voices: languages, spoken: [] as SpeechSynthesisUtterance[] };
  const cancel = vi.fn();
  const speech = Object.assign(new EventTarget(), {
    getVoices: () => state.voices.map((lang) => voiceOf(lang)),
    speak: (said: SpeechSynthesisUtterance) => void state.spoken.push(said),
    cancel,
  }) as unknown as SpeechSynthesis;
  const learn = (...more: readonly string[]) => {
    state.voices = more;
    speech.dispatchEvent(new Event('voiceschanged'));
  };
  return { speech, spoken: state.spoken, cancel, learn };
}

/** An utterance takes real voices only; a test browser may have none. */
function voiceOf(lang: string): SpeechSynthesisVoice {
  return { lang, name: lang, default: false, localService: true, voiceURI: lang };
}

function Asked({ speech, onHeard }: { readonly speech: SpeechSynthesis | undefined; readonly onHeard: () => void }) {
  const step = useRef<HTMLElement>(null);
  return (
    <main>
      <section ref={step}>
        <h1>What is your name?</h1>
      </section>
      <ReadAloud speech={speech} step={() => step.current} onHeard={onHeard} />
    </main>
  );
}

function asked(speech: SpeechSynthesis | undefined, language: Text = text, onHeard = () => {}): void {
  aScreen(aDevice().device, <Asked speech={speech} onHeard={onHeard} />, '/kiosk', language);
}

const button = () => page.getByRole('button', { name: aloud.read });

test('without a voice for the language, or without any speech, there is no button', async () => {
  const { speech } = aSpeech('de-DE', 'es-MX');
  asked(speech);
  await expect.element(page.getByRole('heading')).toBeVisible();
  await expect.element(page.getByRole('button')).not.toBeInTheDocument();
  asked(undefined);
  await expect.element(page.getByRole('button')).not.toBeInTheDocument();
});

test('a voice that the browser comes to know later brings the button', async () => {
  const { speech, learn } = aSpeech();
  asked(speech);
  await expect.element(page.getByRole('heading')).toBeVisible();
  await expect.element(page.getByRole('button')).not.toBeInTheDocument();
  learn('en-GB');
  await expect.element(button()).toBeVisible();
  await expectAccessible();
});

test('the language decides: with a Spanish voice alone, only Spanish is read', async () => {
  const spanish = await loadText('es-US');
  await spanish.whole();
  asked(aSpeech('es-MX').speech, spanish.text);
  await expect.element(page.getByRole('button', { name: spanish.text.kiosk.aloud.read })).toBeVisible();
});

test('choices and buttons are read after the question, in the order of the page; what was typed and whose name it is are not', async () => {
  vi.spyOn(SpeechSynthesisUtterance.prototype, 'voice', 'set').mockImplementation(() => {});
  onTestFinished(() => {
    vi.restoreAllMocks();
  });
  const { speech, spoken } = aSpeech('en-US');
  const { device } = aDevice();
  const words = text.kiosk;
  aScreen(
    device,
    <VisitScreen
      session="7K4QXW2M9P3R"
      language="en-US"
      setup={{ offers: ['newsletter'], programs: [], rules: defaultRules, today: '2026-11-02' }}
      signAtDesk=""
      speech={speech}
      onBrowserBack={{ current: () => {} }}
      onEnd={() => {}}
    />,
    '/kiosk',
  );
  const next = () => userEvent.click(page.getByRole('button', { name: words.next, exact: true }));
  const read = async () => {
    await userEvent.click(button());
    return spoken.at(-1)?.text.split('. ');
  };
  expect(await read()).toEqual([
    expect.stringMatching(/^Step 1 of/),
    words.who.title,
    words.kinds.label.newsletter,
    words.who.myself,
    words.who.child,
    words.who.children,
    words.next,
    words.back,
    words.startOver,
  ]);
  await userEvent.click(page.getByRole('radio', { name: words.who.children }));
  await next();
  for (const name of ['Wideline', 'Zoe']) {
    await userEvent.fill(page.getByLabelText(words.name.first), name);
    await next();
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent(words.under.child(isolated(name), 13));
    expect((await read())?.[1]).toBe(words.under.child(words.aloud.child, 13));
    await userEvent.click(page.getByRole('radio', { name: words.no, exact: true }));
    await next();
    if (name === 'Wideline') await userEvent.click(page.getByRole('button', { name: words.more.add }));
  }
  await read();
  await userEvent.click(page.getByRole('button', { name: words.more.done }));
  await userEvent.fill(page.getByLabelText(words.reach.phone), '305 555 0147');
  await next();
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent(words.check.title);
  const said = await read();
  expect(said?.slice(1)).toEqual([
    words.check.title,
    words.check.kinds,
    words.check.who,
    words.check.change,
    words.check.name,
    words.check.under(13),
    words.check.phone,
    words.check.right,
    words.back,
    words.startOver,
  ]);
  expect(spoken.map((one) => one.text).join()).not.toMatch(/Wideline|Zoe|0147/);
});

test('it reads what is asked, stops at a tap, and falls silent with the screen', async () => {
  const { speech, spoken, cancel } = aSpeech('en-US');
  const said = vi.spyOn(SpeechSynthesisUtterance.prototype, 'voice', 'set').mockImplementation(() => {});
  const onHeard = vi.fn();
  asked(speech, text, onHeard);
  await userEvent.click(button());
  expect(spoken.map((one) => one.text)).toEqual(['What is your name?']);
  expect(spoken[0]?.lang).toBe('en-US');
  const before = cancel.mock.calls.length;
  await userEvent.click(page.getByRole('button', { name: aloud.stop }));
  expect(cancel.mock.calls.length).toBe(before + 1);
  await userEvent.click(button());
  const [, second] = spoken;
  if (second === undefined) throw new Error('it is read again');
  second.onboundary?.(new SpeechSynthesisEvent('boundary', { utterance: second }));
  expect(onHeard).toHaveBeenCalledTimes(1); // whoever listens touches nothing, and is not wiped away meanwhile
  second.onend?.(new SpeechSynthesisEvent('end', { utterance: second }));
  expect(onHeard).toHaveBeenCalledTimes(2);
  await expect.element(button()).toBeVisible();
  said.mockRestore();
});
