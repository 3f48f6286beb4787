// What happens when Postkey opens: what was kept is taken up, then what the command line asks for.
import type { SetupView } from '../../shared/setup-state.ts';
import { hasSentRequest } from './approval-wait.ts';
import { takeUp } from './aside-requests.ts';
import { takeCaseFile } from './case-requests.ts';
import type { Postkey } from './postkey.ts';
import { openWhereItStood, startSetup, takePreset } from './postkey-requests.ts';

export interface AskedAtStart {
  readonly practice: boolean;
  readonly address: string | null;
  /** Somebody else's case file, to look at. */
  readonly caseFile: { readonly text: string } | 'unreadable' | null;
  readonly presetFile: { readonly text: string; readonly caPem: string | null } | 'unreadable' | null;
}

export interface Asked extends AskedAtStart {
  /** The settings file that could not be read. */
  readonly settingsSetAside: string | null;
}

/** The window may be open already; each change reaches it as a snapshot. */
export async function openAsAsked(postkey: Postkey, asked: Asked): Promise<void> {
  const { shelf } = postkey.parts;
  if (asked.settingsSetAside) {
    postkey.notify({ id: 'settings', code: 'settings-unreadable', values: { file: asked.settingsSetAside } });
  }
  await shelf.load();
  await openWhereItStood(postkey);
  // Only now: before that, practice's servers and the organisation's authority are not there.
  postkey.bridge.takeUp();
  await doAsAsked(postkey, asked);
}

/** What a start asks for beyond opening; a second start while Postkey is open asks the same way. */
export async function doAsAsked(postkey: Postkey, asked: AskedAtStart): Promise<void> {
  if (asked.presetFile === 'unreadable') {
    postkey.notify({ id: 'preset', code: 'preset-refused', values: { refusal: 'file-unreadable', place: '' } });
  } else if (asked.presetFile) {
    const { text, caPem } = asked.presetFile;
    const answer = await takePreset(postkey, text, caPem);
    if (!answer.accepted) {
      const values = { refusal: answer.refusal, place: '', more: 0, ...answer.values };
      postkey.notify({ id: 'preset', code: 'preset-refused', values });
    }
  }
  if (asked.caseFile) {
    const answer = await takeCaseFile(postkey, asked.caseFile);
    if (!answer.accepted) {
      postkey.notify({ id: 'case', code: 'case-refused', values: { refusal: answer.refusal } });
    }
  }
  const view = postkey.setup()?.view();
  const isUntouched =
    view === undefined || (view.address === undefined && !view.practice) || isAnotherThan(view, asked.address);
  const awaited = postkey.aside().find(({ setup }) => setup.address === asked.address);
  // A set-up in progress is not given up for what a command line says; one that waits for approval is only set aside.
  if (asked.address && awaited) await takeUp(postkey, awaited.setup.id);
  else if (asked.practice && isUntouched) await startSetup(postkey, true, asked.address ?? undefined);
  else if (asked.address && isUntouched) await startSetup(postkey, false, asked.address);
}

function isAnotherThan(view: SetupView, address: string | null): boolean {
  return hasSentRequest(view) && view.address !== address;
}
