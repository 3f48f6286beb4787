// What the window may do with a letter: open the person's mail program with it, or save it; and with the logo: save it. Nothing is sent by Postkey, nothing is
// opened but a mail program, and nothing is written but where the person says; whoever speaks for the window.
import { readAddress } from '../../shared/account-draft.ts';
import { type Answer, accepted } from '../../shared/ipc-contract.ts';
import { fitsMailto, mailtoAddress, shortMailtoAddress } from '../../shared/mailto.ts';
import type { Handlers } from './postkey.ts';
import type { PostkeyParts } from './postkey-parts.ts';

/** Only one at a time: a window gone astray cannot bury the screen under mails or dialogs. */
function oneAtATime<I>(run: (input: I) => Promise<Answer>): (input: I) => Promise<Answer> {
  let busy = false;
  return async (input) => {
    if (busy) return { accepted: false, refusal: 'not-now' };
    busy = true;
    try {
      return await run(input);
    } finally {
      busy = false;
    }
  };
}

function answerOfSaving(saved: 'saved' | 'not-chosen' | 'not-saved'): Answer {
  if (saved === 'saved') return accepted;
  return { accepted: false, refusal: saved === 'not-chosen' ? 'file-not-chosen' : 'file-not-saved' };
}

/** A letter too long for an address goes to the clipboard, and the mail says so. */
export function letterHandlers({
  files,
  world,
}: Pick<PostkeyParts, 'files' | 'world'>): Pick<Handlers, 'letter.mail' | 'letter.save' | 'guide.saveLogo'> {
  return {
    'letter.mail': oneAtATime(async ({ to, subject, body, whenTooLong }) => {
      const reading = to === undefined ? undefined : readAddress(to);
      if (reading?.ok === false) return { accepted: false, refusal: reading.refusal, field: 'to' };
      const letter = { to: reading?.value.text, subject, body };
      const fits = fitsMailto(letter, files.mailSystem);
      if (!fits) world.desktop.copy(body);
      const address = fits ? mailtoAddress(letter) : shortMailtoAddress(letter, whenTooLong ?? '', files.mailSystem);
      const isOpen = await files.openMail(address);
      return isOpen ? accepted : { accepted: false, refusal: 'mail-program-not-found' };
    }),
    'letter.save': oneAtATime(async ({ name, text }) => answerOfSaving(await files.saveText(name, text))),
    'guide.saveLogo': oneAtATime(async () => answerOfSaving(await files.saveLogo())),
  };
}
