// What a tap or a scan does: at once where nothing is to be asked, else which question comes first. A failed save is said and nothing lost.

import { useState } from 'preact/hooks';
import type { TakenIn } from '../../../device/actions/loans.ts';
import { loans } from '../../../device/store/loans.ts';
import { read } from '../../../device/store/read.ts';
import type { HandOutWay } from '../../../domain/hand-out.ts';
import { isLabel, readItemCode } from '../../../domain/item-code.ts';
import type { Loan } from '../../../domain/loans.ts';
import type { Problem, Result } from '../../../domain/problem.ts';
import type { Day } from '../../../domain/shapes.ts';
import { useApp } from '../../context.ts';
import { type Catalogue, codesOf, type Item, itemsWith, labelsOf } from '../../records/catalogue.ts';
import { type Thing, thingLent, thingOf } from './things.ts';

export type Asking =
  | { readonly for: 'name'; readonly code: string }
  /** `asksLabel`: a title of which it is not known which copy this is. */
  | { readonly for: 'lend'; readonly thing: Thing; readonly label: string; readonly asksLabel: boolean; readonly count: number }
  /** `label`: on the item that came back, '' where none was read. */
  | { readonly for: 'back'; readonly thing: Thing; readonly label: string; readonly loans: readonly Loan[] };

export interface HandingOut {
  readonly session: string;
  readonly way: HandOutWay;
  readonly catalogue: Catalogue | null;
  readonly zone: string;
  readonly today: Day;
}

export function useHandOut({ session, way, catalogue, zone, today }: HandingOut) {
  const { device, text } = useApp();
  const words = text.handOuts.scan;
  const [asks, ask] = useState<Asking | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [said, setSaid] = useState<{ readonly tone: 'done' | 'info'; readonly text: string } | null>(null);

  function answer<Value>(result: Result<Value>): Value | null {
    setProblem(result.ok ? null : result.problem);
    return result.ok ? result.value : null;
  }

  /** Answers why it is not saved; null: it is. */
  async function one({ resource, title }: Thing, barcode: string | null): Promise<Problem | null> {
    const saved = await device.act.handOut(session, way, { resource, title, count: 1, barcode });
    const isSaid = answer(saved) !== null && barcode !== null;
    setSaid(isSaid ? { tone: 'done', text: words.done(text.handOuts.entry(1, title)) } : null);
    return saved.ok ? null : saved.problem;
  }

  /** As above. */
  async function back({ title, ...given }: Omit<TakenIn, 'today'>): Promise<Problem | null> {
    const saved = await device.act.takeIn(session, { ...given, title, today });
    answer(saved);
    if (!saved.ok) return saved.problem;
    const at = saved.value.already?.values.returnedAt ?? null;
    if (at === null) setSaid({ tone: 'done', text: words.back(title) });
    else setSaid({ tone: 'info', text: words.backAlready(title, text.formatting.clock(at, zone)) });
    return null;
  }

  function name(code: string): 'done' {
    setSaid({ tone: 'info', text: words.unknown });
    ask({ for: 'name', code });
    return 'done';
  }

  async function openLoans(wanted: (loan: Loan) => boolean): Promise<readonly Loan[]> {
    const found = answer(await read(device.store, () => loans(device.store)));
    return (found ?? []).filter((loan) => loan.open && wanted(loan));
  }

  function backFrom({ id, values }: Loan, count: number): Promise<Problem | null> {
    return back({ barcode: values.barcode, loan: id, resource: values.resource, title: values.title, count });
  }

  function lend(thing: Thing, code: string, count: number): void {
    const values = thing.resource === null ? undefined : catalogue?.byId.get(thing.resource)?.values;
    const [only = '', ...others] = isLabel(code) ? [readItemCode(code).code] : values === undefined ? [] : labelsOf(values);
    // A label is on one copy.
    const isOne = count === 1;
    const label = isOne && others.length === 0 ? only : '';
    const hasCode = code !== '' || (values !== undefined && codesOf(values).length > 0);
    ask({ for: 'lend', thing, label, asksLabel: isOne && label === '' && hasCode, count });
  }

  /** By its label, or a title's number. null: neither a loan nor a thing has it. 'done': something is asked first. */
  async function cameIn(
    code: string,
    items: readonly Item[],
  ): Promise<{ readonly next: 'again' | 'done'; readonly problem: Problem | null } | null> {
    const [item] = items;
    const out = await openLoans(({ values }) => values.barcode === code || items.some(({ id }) => id === values.resource));
    const [first, ...others] = out;
    const isOn = isLabel(code);
    const labelled = isOn ? out.find(({ values }) => values.barcode === code) : undefined;
    if (labelled !== undefined) {
      const { resource, title } = labelled.values;
      return { next: 'again', problem: await back({ barcode: code, loan: null, resource, title }) };
    }
    if (!isOn && first !== undefined && others.length === 0 && first.values.count === 1) {
      return { next: 'again', problem: await backFrom(first, 1) };
    }
    // A copy that was lent without its label may be this one: a person knows.
    const perhaps = isOn ? out.filter(({ values }) => !isLabel(values.barcode)) : out;
    if (perhaps[0] !== undefined) {
      const thing = item === undefined ? thingLent(perhaps[0]) : thingOf(item);
      ask({ for: 'back', thing, label: isOn ? code : '', loans: perhaps });
      return { next: 'done', problem: null };
    }
    // What no loan and no item knows may be a family's card, which is stored nowhere in clear: a person looks first.
    if (item === undefined) return null;
    const [only, another] = isOn ? [code] : labelsOf(item.values);
    const isOther = only === undefined || another !== undefined;
    const given = { loan: null, resource: item.id, title: item.values.title };
    return { next: 'again', problem: await (isOther ? one(thingOf(item), null) : back({ barcode: only, ...given })) };
  }

  return {
    asks,
    ask,
    problem,
    said,
    answered: () => ask(null),

    /** A tap on a thing. */
    thing: async (thing: Thing): Promise<void> => {
      setSaid(null);
      if (way === 'lent') return lend(thing, '', 1);
      const wasLent = (loan: Loan) => thing.resource !== null && loan.values.resource === thing.resource;
      const out = way === 'returned' ? await openLoans(wasLent) : [];
      if (out.length > 0) ask({ for: 'back', thing, label: '', loans: out });
      else await one(thing, null);
    },

    /** A code by scan or thumb. */
    code: async (typed: string): Promise<'again' | 'done'> => {
      const { code } = readItemCode(typed);
      const items = catalogue === null ? [] : itemsWith(catalogue, code);
      if (way === 'returned') return (await cameIn(code, items))?.next ?? name(code);
      const [item] = items;
      if (item === undefined) return name(code);
      if (way === 'lent') {
        lend(thingOf(item), code, 1);
        return 'done';
      }
      await one(thingOf(item), code);
      return 'again';
    },

    /** What is asked stays until it is saved. */
    loanBack: async (loan: Loan, count: number): Promise<void> => {
      if ((await backFrom(loan, count)) === null) ask(null);
    },
    /** One that no loan here knows of. */
    looseBack: async (thing: Thing, label: string): Promise<void> => {
      const { resource, title } = thing;
      const problem = await (label === '' ? one(thing, null) : back({ barcode: label, loan: null, resource, title }));
      if (problem === null) ask(null);
    },
    /** Named in the form, with its code: to be lent … */
    lend,
    /** … or back; answers as `one`. */
    itemBack: async (item: Item, code: string): Promise<Problem | null> => {
      const came = await cameIn(code, [item]);
      if (came?.next === 'again' && came.problem === null) ask(null);
      return came?.problem ?? null;
    },

    takeBack: async (fact: string | undefined): Promise<void> => {
      setSaid(null);
      if (fact !== undefined) answer(await device.act.takeBackHandOut(session, fact));
    },
  };
}
