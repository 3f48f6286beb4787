// What the window may do with case files: make one of its own to look at, save or copy it, and look at somebody else's. What is made is
// written only as it was shown, and only where the person says.

import type { CaseWish } from '../../shared/case-draft.ts';
import { type Answer, accepted, type RequestInput } from '../../shared/ipc-contract.ts';
import type { CaseAbout } from './case-about.ts';
import type { Handlers, Postkey } from './postkey.ts';
import type { MadeCase } from './postkey-parts.ts';

type CaseRequest = Extract<keyof Handlers, `case.${string}` | 'logs.show'>;
type Refused = Extract<Answer, { accepted: false }>;

const refused = (refusal: Refused['refusal']): Answer => ({ accepted: false, refusal });
const usual: CaseWish = { withLog: true, keepOrganisation: false, leaveOut: [] };

/** Null: what it was to be about is not there. */
function aboutOf(postkey: Postkey, { about, id, code }: RequestInput<'case.prepare'>): CaseAbout | null {
  const setup = postkey.setup()?.view() ?? null;
  const { past } = postkey.parts.world;
  const records = postkey.accounts();
  const accounts = postkey
    .state()
    .accounts.filter((view) => about === 'all' || (about === 'account' && view.id === id))
    .flatMap((view) => {
      const record = records.find((each) => each.id === view.id);
      return record ? [{ view, record, history: past.entries(view.id) }] : [];
    });
  const withSetup = about === 'account' && setup?.id !== id ? null : setup;
  if (about === 'account' && accounts.length === 0) return null;
  return { setup: withSetup, accounts, page: code ?? null };
}

/** Reads somebody else's and shows it; nothing else changes. */
export async function takeCaseFile(postkey: Postkey, file: { readonly text: string } | 'unreadable'): Promise<Answer> {
  if (file === 'unreadable') return refused('file-unreadable');
  const read = await postkey.parts.cases.read(file.text);
  if (typeof read === 'string') return refused(read);
  postkey.showCase({ file: read });
  return accepted;
}

export function caseHandlers(postkey: Postkey): Pick<Handlers, CaseRequest> {
  const { cases, world } = postkey.parts;
  let held: { readonly about: CaseAbout; readonly wish: CaseWish; readonly made: MadeCase } | null = null;
  let latest = 0;

  const show = async (about: CaseAbout, wish: CaseWish): Promise<Answer> => {
    latest += 1;
    const turn = latest;
    const made = await cases.make(about, wish);
    if (turn !== latest) return accepted;
    held = { about, wish, made };
    const { groups, hasOrganisation, hasLog, mine, finding } = made;
    postkey.showCase({
      draft: { groups, wish, hasOrganisation, hasLog, mine, ...(finding ? { finding } : {}) },
    });
    return accepted;
  };
  const tell = (change: { readonly saved: string }): void => {
    const draft = postkey.state().caseDraft;
    if (draft) postkey.showCase({ draft: { ...draft, ...change } });
  };
  let isSaving = false;

  return {
    'case.prepare': async (input) => {
      const about = aboutOf(postkey, input);
      return about ? show(about, usual) : refused('account-gone');
    },
    'case.choose': async (wish) => (held ? show(held.about, wish) : refused('not-now')),
    'case.save': async () => {
      if (!held || isSaving) return refused('not-now');
      const { name, written } = held.made;
      if (!written) return refused('case-not-written');
      isSaving = true;
      try {
        const saved = await cases.save(name, written.html);
        if (saved === 'not-chosen') return refused('file-not-chosen');
        if (saved === 'not-saved') return refused('file-not-saved');
        tell({ saved: saved.path });
        return accepted;
      } finally {
        isSaving = false;
      }
    },
    'case.copy': () => {
      if (!held) return refused('not-now');
      if (!held.made.written) return refused('case-not-written');
      world.desktop.copy(held.made.written.text);
      return accepted;
    },
    'case.putAway': () => {
      latest += 1;
      held = null;
      postkey.showCase({ draft: null });
      return accepted;
    },
    'case.open': async () => {
      const file = await cases.choose();
      return file === null ? refused('file-not-chosen') : takeCaseFile(postkey, file);
    },
    'case.take': (file) => takeCaseFile(postkey, file),
    'case.close': () => {
      postkey.showCase({ file: null });
      return accepted;
    },
    'logs.show': async () => ((await cases.showLogs()) ? accepted : refused('folder-not-opened')),
  };
}
