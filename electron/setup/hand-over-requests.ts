// What the window may ask about handing an account over: show a sheet, put it away, save a file of it. Writes nothing but the files of
// the open sheet, and only where the person says.
import { type Answer, accepted } from '../../shared/ipc-contract.ts';
import type { Handlers, Postkey } from './postkey.ts';

const refused = (refusal: Extract<Answer, { accepted: false }>['refusal']): Answer => ({ accepted: false, refusal });

const refusalOfSaving = {
  'not-chosen': 'file-not-chosen',
  'not-saved': 'file-not-saved',
  'there-already': 'file-there-already',
} as const;

export function handOverHandlers(postkey: Postkey): Pick<Handlers, Extract<keyof Handlers, `handOver.${string}`>> {
  const { handOvers } = postkey.parts;
  let isSaving = false;
  let latest = 0;
  return {
    'handOver.open': async ({ id, program, way }) => {
      latest += 1;
      const turn = latest;
      if (!postkey.handOver.knows(id)) return refused('account-gone');
      const make = await handOvers.load();
      // Another one was asked for meanwhile, or this one put away.
      if (turn === latest) postkey.handOver.open({ id, program, way: way ?? null }, make);
      return accepted;
    },
    'handOver.close': () => {
      latest += 1;
      postkey.handOver.close();
      return accepted;
    },
    'handOver.save': async ({ file: id }) => {
      const file = postkey.handOver.sheet()?.files.find((each) => each.id === id);
      if (!file || isSaving) return refused('not-now');
      isSaving = true;
      try {
        const saved = await handOvers.save(file.name, file.text);
        if (saved === 'saved') return accepted;
        return refused(refusalOfSaving[saved]);
      } finally {
        isSaving = false;
      }
    },
  };
}
