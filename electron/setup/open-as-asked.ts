// What happens when Postkey opens: what was kept is taken up, then what the start asks for. A preset is used at once only where the first
// start names it as `--preset`, because whoever starts Postkey with it has chosen it; all others are shown first.
import type { Answer } from '../../shared/ipc-contract.ts';
import type { PresetOrigin } from '../../shared/preset-offer.ts';
import { takeCaseFile } from './case-requests.ts';
import { notifyOfPolicy } from './policy-notice.ts';
import type { Postkey } from './postkey.ts';
import { openWhereItStood } from './postkey-requests.ts';
import type { NamedPreset } from './preset-desk.ts';
import { takePreset } from './put-preset-in-force.ts';
import { startAsAsked } from './start-setup.ts';

export interface AskedAtStart {
  readonly practice: boolean;
  readonly address: string | null;
  /** Somebody else's case file, to look at. */
  readonly caseFile: { readonly text: string } | 'unreadable' | null;
  /** Of `--preset`. */
  readonly preset: NamedPreset | null;
  /** A file that was opened with Postkey, by a double click for one. */
  readonly opened: NamedPreset | null;
  /** `postkey:…`. */
  readonly link: string | null;
}

export interface Asked extends AskedAtStart {
  /** A preset that lies beside Postkey itself. */
  readonly beside: NamedPreset | null;
  /** The settings file that could not be read. */
  readonly settingsSetAside: string | null;
}

/** The window may be open already; each change reaches it as a snapshot. */
export async function openAsAsked(postkey: Postkey, asked: Asked): Promise<void> {
  const { shelf } = postkey.parts;
  if (asked.settingsSetAside) {
    postkey.notify({ id: 'settings', code: 'settings-unreadable', values: { file: asked.settingsSetAside } });
  }
  notifyOfPolicy(postkey);
  await shelf.load();
  await openWhereItStood(postkey);
  // Only now: before that, practice's servers and the organisation's authority are not there.
  void postkey.bridge.takeUp();
  await doAsAsked(postkey, asked);
  if (asked.beside && isNewHere(postkey, asked.beside)) say(postkey, await show(postkey, asked.beside, 'beside'));
}

/** Nobody has answered it, and nothing has been set up that it could change. */
function isNewHere({ parts, presetOffers }: Postkey, { file }: NamedPreset): boolean {
  const { memory, shelf } = parts;
  const isFirst = shelf.current() === null && memory.accounts().length === 0 && presetOffers.view() === null;
  return isFirst && file !== 'unreadable' && file.mark !== memory.declinedPreset();
}

/** What a start asks for beyond opening. */
async function doAsAsked(postkey: Postkey, asked: AskedAtStart): Promise<void> {
  if (asked.preset) say(postkey, await takeNamed(postkey, asked.preset));
  await showAsAsked(postkey, asked);
}

/** A second start, while Postkey is open, uses nothing without being asked: a page in a browser can cause one. */
export async function doAsSecondStart(postkey: Postkey, asked: AskedAtStart): Promise<void> {
  if (asked.preset) say(postkey, await show(postkey, asked.preset));
  await showAsAsked(postkey, asked);
}

async function showAsAsked(postkey: Postkey, asked: AskedAtStart): Promise<void> {
  if (asked.opened) say(postkey, await show(postkey, asked.opened));
  if (asked.link !== null) say(postkey, await postkey.presetOffers.offerLink(asked.link));
  if (asked.caseFile) {
    const answer = await takeCaseFile(postkey, asked.caseFile);
    if (!answer.accepted) {
      postkey.notify({ id: 'case', code: 'case-refused', values: { refusal: answer.refusal } });
    }
  }
  await startAsAsked(postkey, asked);
}

const unreadable: Answer = { accepted: false, refusal: 'file-unreadable' };

async function takeNamed(postkey: Postkey, { file }: NamedPreset): Promise<Answer> {
  if (file === 'unreadable') return unreadable;
  const checked = await postkey.presetOffers.check(file);
  return checked.accepted ? takePreset(postkey, file.text, file.caPem) : checked;
}

function show(
  postkey: Postkey,
  { file, name }: NamedPreset,
  kind: PresetOrigin['kind'] & ('file' | 'beside') = 'file',
) {
  return file === 'unreadable' ? unreadable : postkey.presetOffers.offer(file, { kind, name });
}

/** Nobody pressed a button in the window that could say it. */
function say(postkey: Postkey, answer: Answer): void {
  if (answer.accepted) return;
  const values = { refusal: answer.refusal, place: '', more: 0, ...answer.values };
  postkey.notify({ id: 'preset', code: 'preset-refused', values });
}
