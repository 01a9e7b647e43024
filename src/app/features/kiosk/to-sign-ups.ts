// A visitor's answers as sign-ups: one for each person and each thing asked for. Only what is asked for is kept: an address typed before
// "library card" was taken off again is not.

import type { NewSignUp } from '../../../device/actions/sign-ups.ts';
import type { ContactDetails, SignUpKind } from '../../../domain/sign-up.ts';
import { ageOn, bandOf } from '../../../domain/sign-up-rules.ts';
import { type KioskForm, type Person, peopleOf } from './form.ts';
import { bornOf, consentBy, guardedBy, type KioskSetup, rulesOf, signsFor, stepsOf } from './steps.ts';

export interface Saving {
  /** Which wording the person has agreed to. */
  readonly wording: string;
  /** Made once for the form, by name, so that a double tap saves once. */
  readonly token: (name: string) => string;
  /** In the language of staff: what they still have to ask for when the guardian signs on paper. */
  readonly signAtDesk: string;
}

export function formToSignUps(form: KioskForm, setup: KioskSetup, saving: Saving): readonly NewSignUp[] {
  const family = peopleOf(form).length > 1 ? saving.token('family') : undefined;
  return peopleOf(form).flatMap((person, at) => {
    const contact = contactOf(form, setup, person, { family, signAtDesk: saving.signAtDesk });
    const born = contact.birthDate;
    return wantsOf(form, setup).map(({ kind, program, session }) => ({
      for: kind,
      program,
      ...(session === undefined ? {} : { programSession: session }),
      language: form.language,
      ageBand: born === null ? null : bandOf(ageOn(born, setup.today)),
      consent: { given: true, wording: saving.wording, by: consentBy(form, setup) },
      contact,
      token: saving.token(`${at}/${kind}/${program ?? ''}`),
    }));
  });
}

interface Want {
  readonly kind: SignUpKind;
  readonly program: string | null;
  /** The planned session that the program is. */
  readonly session?: string | undefined;
}

function wantsOf(form: KioskForm, setup: KioskSetup): readonly Want[] {
  return form.kinds.flatMap((kind): Want[] => {
    if (kind !== 'program' || setup.programs.length === 0) return [{ kind, program: null }];
    return form.programs.map((program) => ({ kind, program, session: setup.planned?.find(({ name }) => name === program)?.session }));
  });
}

function contactOf(
  form: KioskForm,
  setup: KioskSetup,
  person: Person,
  { family, signAtDesk }: { readonly family: string | undefined; readonly signAtDesk: string },
): ContactDetails {
  const { fields } = rulesOf(form, setup);
  const names = stepsOf(form, setup).map((step) => step.name);
  const asked = (step: (typeof names)[number], value: string) => (names.includes(step) ? value.trim() : '');
  const [firstName, lastName] = [person.firstName.trim(), (fields.lastName ?? 'off') === 'off' ? '' : person.lastName.trim()];
  const guarded = guardedBy(form, setup, person);
  const school = asked('school', person.school);
  const signature = signsFor(form, setup, person) ? form.signature : null;
  return {
    name: `${firstName} ${lastName}`.trim(),
    firstName,
    ...(lastName === '' ? {} : { lastName }),
    phone: asked('reach', form.phone),
    email: asked('reach', form.email),
    address: asked('address', form.address),
    birthDate: bornOf(form, setup, person),
    guardian: guarded ? { name: form.guardianName.trim(), relation: form.guardianRelation.trim() } : null,
    cardNumber: '',
    note: asked('note', form.note),
    ...(school === '' ? {} : { school }),
    ...(signature?.way === 'drawn' ? { signature: signature.path } : {}),
    ...(signature?.way === 'typed' ? { signedAs: signature.name.trim() } : {}),
    ...(signature?.way === 'desk' ? { missing: signAtDesk } : {}),
    ...(family === undefined ? {} : { family }),
  };
}
