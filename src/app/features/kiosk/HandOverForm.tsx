// What visitors are offered, in which languages, and the PIN that takes the device back; then the kiosk. What is offered is the session's,
// so it is saved there first, for its other devices too; a device that is a kiosk takes it as it is. One that was told nothing of it, because it
// has a session's typed code and no more or because nobody has chosen, says so, offers the usual, and what is chosen instead holds for it alone.

import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { offeredPrograms, programsToOffer } from '../../../domain/programs.ts';
import { type Session, usualOffers } from '../../../domain/session.ts';
import { ok } from '../../../domain/problem.ts';
import type { Language } from '../../../domain/shapes.ts';
import { type SignUpKind, signUpKinds } from '../../../domain/sign-up.ts';
import { useApp } from '../../context.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { forgetDrafts } from '../../records/sign-up-draft.ts';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { CheckboxField } from '../../ui/form/CheckboxField.tsx';
import { Chips } from '../../ui/form/Chips.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { TextArea } from '../../ui/form/TextArea.tsx';
import { TextField } from '../../ui/form/TextField.tsx';
import { ActionBar } from '../../ui/frame/ActionBar.tsx';
import { useWork } from '../../use-work.ts';
import css from './hand-over.module.css';
import { fillScreen } from '../../ui/keep-awake.ts';
import { LanguageOrder } from './LanguageOrder.tsx';
import { LockDevice } from './LockDevice.tsx';
import { PlannedPrograms } from './PlannedPrograms.tsx';
import { UnfinishedSignUps } from './UnfinishedSignUps.tsx';

const mostPrograms = 40;
const longestProgram = 300;

export interface HandOverFormProps {
  readonly session: Session;
  readonly languages: readonly Language[];
  /** Staff whose PINs take the device back; nobody: one is chosen here. */
  readonly pinNames: readonly string[];
  readonly isKioskDevice: boolean;
  readonly ready: boolean;
}

export function HandOverForm({ session, languages: spoken, pinNames, isKioskDevice, ready }: HandOverFormProps) {
  const { device, text } = useApp();
  const { route } = useLocation();
  const words = text.handOver;
  const { offers: told, asksSurvey = false } = session.values;
  const isTold = told !== undefined && (told.length > 0 || asksSurvey);
  const choosesOffers = !isKioskDevice || !isTold;
  const [offers, setOffers] = useState<readonly SignUpKind[]>(isTold ? told : usualOffers);
  const [survey, setSurvey] = useState(asksSurvey);
  const [planned, setPlanned] = useState(() => offeredPrograms(session.values).planned);
  const [programs, setPrograms] = useState(() => offeredPrograms(session.values).typed.join('\n'));
  const [languages, setLanguages] = useState<readonly Language[]>(spoken);
  const [pin, setPin] = useState('');
  const [tried, setTried] = useState(false);
  const work = useWork();
  const choosesPin = pinNames.length === 0;
  const kindName = (kind: SignUpKind) => text.words.signUpKind[kind];
  const lines = programs.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
  const problems = [
    ...(offers.length === 0 && !survey ? [{ field: choosesOffers ? 'offers' : 'survey', message: words.offersNone }] : []),
    ...(lines.length + planned.length > mostPrograms ? [{ field: 'programs', message: words.programsMany(mostPrograms) }] : []),
    ...(lines.some((line) => line.length > longestProgram) ? [{ field: 'programs', message: words.programLong(longestProgram) }] : []),
    ...(languages.length === 0 ? [{ field: 'languages', message: words.languagesNone }] : []),
    ...(choosesPin && !/^\s*(\d\s*){4,6}$/.test(pin.normalize('NFKC')) ? [{ field: 'pin', message: words.pinMissing }] : []),
  ];

  async function handOver(): Promise<void> {
    setTried(true);
    if (problems.length > 0 || !ready) return;
    fillScreen(document);
    const armed = await work.run(async () => {
      const offered = { offers: [...offers], ...programsToOffer(planned, lines), ...(survey === asksSurvey ? {} : { asksSurvey: survey }) };
      const saved = isKioskDevice ? ok(null) : await device.act.changeSession(session.id, offered);
      const here = isKioskDevice && choosesOffers ? { offers } : {};
      return saved.ok ? device.act.armKiosk({ session: session.id, languages, pin: choosesPin ? pin : null, survey, ...here }) : saved;
    });
    if (armed === undefined) return;
    // What staff have open or half typed has no place in the memory of the page that visitors get.
    device.seal.lock();
    forgetDrafts();
    route(routes.kiosk, true);
  }

  return (
    <Form problems={tried ? problems : []} problemsTitle={text.shell.errorSummaryTitle} onSubmit={() => void handOver()}>
      {choosesOffers ? (
        <Chips
          name="offers"
          label={words.offers}
          {...(isKioskDevice ? { hint: words.offersUsual } : {})}
          values={offers}
          onChange={setOffers}
          options={signUpKinds.map((kind) => ({ value: kind, label: kindName(kind) }))}
        />
      ) : (
        <p>{offers.length === 0 ? words.offersNothing : words.offersOf(text.formatting.list(offers.map(kindName)))}</p>
      )}
      {!isKioskDevice && offers.includes('program') && (
        <>
          <PlannedPrograms session={session.id} chosen={planned} onChange={setPlanned} />
          <TextArea name="programs" label={words.programs} hint={words.programsHint} rows={3} value={programs} onInput={setPrograms} />
        </>
      )}
      <CheckboxField
        name="survey"
        label={text.workshops.kiosk.offer}
        hint={text.workshops.kiosk.offerHint}
        checked={survey}
        onChange={setSurvey}
      />
      <LanguageOrder chosen={languages} onChange={setLanguages} />
      <section class={css.part}>
        <h2>{words.pinTitle}</h2>
        {choosesPin ? (
          <TextField
            name="pin"
            label={words.pinChoose}
            hint={isKioskDevice ? words.pinChooseHintKiosk : words.pinChooseHint}
            keyboard="numeric"
            autocomplete="one-time-code"
            width="short"
            code
            value={pin}
            onInput={setPin}
          />
        ) : (
          <p>{words.pinOf(text.formatting.list(pinNames))}</p>
        )}
      </section>
      <LockDevice />
      <UnfinishedSignUps />
      {work.problem && <ProblemNotice problem={work.problem} />}
      <ActionBar>
        <Button look="main" large type="submit" disabled={!ready} busy={work.busy ? words.handing : undefined}>
          {words.hand}
        </Button>
      </ActionBar>
    </Form>
  );
}
