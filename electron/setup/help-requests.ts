// What the help does: explains a pasted message and puts the answer away. The text itself is kept nowhere.
import { type Answer, accepted } from '../../shared/ipc-contract.ts';
import type { Handlers, Postkey } from './postkey.ts';

const empty: Answer = { accepted: false, refusal: 'message-empty', field: 'text' };

export function helpHandlers(postkey: Postkey): Pick<Handlers, 'help.explain' | 'help.forget'> {
  let latest = 0;
  return {
    'help.explain': async ({ text }) => {
      if (text.trim() === '') return empty;
      latest += 1;
      const mine = latest;
      const explanation = await postkey.parts.explain(text);
      // Asked again meanwhile, or put away: the older answer is nobody's.
      if (mine === latest) postkey.showExplained(explanation);
      return accepted;
    },
    'help.forget': () => {
      latest += 1;
      postkey.showExplained(null);
      return accepted;
    },
  };
}
