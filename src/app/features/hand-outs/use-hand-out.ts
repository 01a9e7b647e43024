// What a tap or a scan does: at once where nothing is to be asked, else which question comes first. A failed save is said and nothing lost.

import { useState } from 'preact/hooks';
import type { TakenIn } from '../../../device/actions/loans.ts';
import { loans } from '../../../device/store/loans.ts';
import { read } from '../../../device/store/read.ts';
import type { HandOutWay } from '../../../domain/hand-out.ts';
import { readItemCode } from '../../../domain/item-code.ts';
import type { Loan } from '../../../domain/loans.ts';
import type { Problem, Result } from '../../../domain/problem.ts';
import type { Day } from '../../../domain/shapes.ts';
import { useApp } from '../../context.ts';
import { type Catalogue, itemsWith } from '../../records/catalogue.ts';
import { type Thing, thingOf } from './things.ts';

export type Asking =
  | { readonly for: 'name'; readonly code: string }
  | { readonly for: 'lend'; readonly thing: Thing; readonly code: string; readonly count: number }
  | { readonly for: 'back'; readonly thing: Thing; readonly loans: readonly Loan[] };

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

  async function one({ resource, title }: Thing, barcode: string | null): Promise<void> {
    const saved = answer(await device.act.handOut(session, way, { resource, title, count: 1, barcode }));
    setSaid(saved === null || barcode === null ? null : { tone: 'done', text: words.done(text.handOuts.entry(1, title)) });
  }

  async function back({ title, ...given }: Omit<TakenIn, 'today'>): Promise<void> {
    const saved = answer(await device.act.takeIn(session, { ...given, title, today }));
    if (saved === null) return;
    const at = saved.already?.values.returnedAt ?? null;
    if (at === null) setSaid({ tone: 'done', text: words.back(title) });
    else setSaid({ tone: 'info', text: words.backAlready(title, text.formatting.clock(at, zone)) });
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

  return {
    asks,
    ask,
    problem,
    said,
    answered: () => ask(null),

    /** A tap on a thing. */
    thing: async (thing: Thing): Promise<void> => {
      setSaid(null);
      if (way === 'lent') return ask({ for: 'lend', thing, code: thing.barcode ?? '', count: 1 });
      if (way !== 'returned') return one(thing, null);
      const out = await openLoans(({ values }) => thing.resource !== null && values.resource === thing.resource);
      if (out.length > 0) ask({ for: 'back', thing, loans: out });
      else await one(thing, null);
    },

    /** A code by scan or thumb. */
    code: async (typed: string): Promise<'again' | 'done'> => {
      const { code } = readItemCode(typed);
      const [item] = catalogue === null ? [] : itemsWith(catalogue, code);
      if (way === 'returned') {
        const [loan] = await openLoans(({ values }) => values.barcode === code);
        // What no loan and no item knows may be a family's card, which is stored nowhere in clear: a person looks first.
        if (loan === undefined && item === undefined) return name(code);
        const resource = loan?.values.resource ?? item?.id ?? null;
        await back({ barcode: code, loan: null, resource, title: loan?.values.title ?? item?.values.title ?? code });
        return 'again';
      }
      if (item === undefined) return name(code);
      if (way === 'lent') {
        ask({ for: 'lend', thing: thingOf(item), code, count: 1 });
        return 'done';
      }
      await one(thingOf(item), code);
      return 'again';
    },

    loanBack: async ({ id, values }: Loan, count: number): Promise<void> => {
      ask(null);
      await back({ barcode: values.barcode, loan: id, resource: values.resource, title: values.title, count });
    },
    looseBack: async (thing: Thing): Promise<void> => {
      ask(null);
      await one(thing, null);
    },

    takeBack: async (fact: string | undefined): Promise<void> => {
      setSaid(null);
      if (fact !== undefined) answer(await device.act.takeBackHandOut(session, fact));
    },
  };
}
