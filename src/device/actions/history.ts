// What sites and partners have behind them, asked of the server and kept, so that last year's numbers are there where no network is.

import { failed, ok, type Result } from '../../domain/problem.ts';
import { historyAnswer, type HistoryPlace, mostAskedAtOnce } from '../../protocol/history.ts';
import { paths } from '../../protocol/paths.ts';
import { keyOfPlace } from '../store/histories.ts';
import { write } from '../store/write.ts';
import { post } from '../sync/http.ts';
import type { ActionContext } from './capture.ts';

export function historyActions({ store }: ActionContext) {
  return {
    /** Problems: those of the network; what was kept before stays. */
    askHistory: async (places: readonly HistoryPlace[]): Promise<Result<null>> => {
      for (let from = 0; from < places.length; from += mostAskedAtOnce) {
        const part = places.slice(from, from + mostAskedAtOnce);
        const answer = await post(store.ports, paths.history, JSON.stringify({ places: part }), historyAnswer);
        if (!answer.ok) return answer;
        const { histories } = answer.value;
        if (histories.length !== part.length) return failed('server-answer-unreadable');
        const at = store.ports.now();
        const kept = await write(store, {
          tables: ['histories'],
          read: () => Promise.resolve(),
          run: async (_self, _seen, inside) => {
            await inside.histories.bulkPut(
              part.flatMap((place, index) => {
                const history = histories[index];
                return history === undefined ? [] : [{ key: keyOfPlace(place), at, history }];
              }),
            );
            return ok(null);
          },
        });
        if (!kept.ok) return kept;
      }
      return ok(null);
    },
  };
}
