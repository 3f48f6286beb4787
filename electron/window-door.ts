// What the Postkey of a window answers at its profile's door. A question is one entry here.
import * as z from 'zod/mini';
import { toldBridges } from '../shared/bridge-answer.ts';
import { checkInputSchema } from '../shared/checked-account.ts';
import { type ReportAnswer, reportInputSchema } from '../shared/reported-case.ts';
import { type DoorQuestions, doorQuestion } from './door/door-questions.ts';
import { holdDoor } from './door/hold-door.ts';
import type { DoorParts } from './door/open-door.ts';
import { openTokenDesk } from './door/token-question.ts';
import { accountForToken } from './setup/account-for-token.ts';
import { aboutWhatIsThere, type CaseAbout } from './setup/case-about.ts';
import { checkHere } from './setup/check-here.ts';
import type { Postkey } from './setup/postkey.ts';
import type { BuiltCase } from './support/case-file/build-case-file.ts';

/** A case file in a language, of the state of this moment. */
export type MakeReport = (about: CaseAbout, language: string) => Promise<Pick<BuiltCase, 'written' | 'finding'>>;

export interface WindowDoor {
  /** From now on questions are answered; those that came while Postkey was starting have waited. */
  serve(postkey: Postkey, makeReport: MakeReport): void;
  close(): void;
}

/** Longer than two looks after one another; a command waits a little longer still. */
const checkDeadlineMs = 170_000;
const reportDeadlineMs = 25_000;
const bridgeDeadlineMs = 5_000;

/** Resolves when no command is looking at this profile's accounts any more: only then may what is remembered be read. */
export async function holdWindowDoor(parts: DoorParts): Promise<WindowDoor> {
  const door = await holdDoor(parts);
  return {
    serve: (postkey, makeReport) => door?.answer(questionsOf(postkey, makeReport)),
    close: () => door?.close(),
  };
}

/** Every question the window answers; none of them changes anything but what a look sees and which key is in use. */
export function questionsOf(postkey: Postkey, makeReport: MakeReport): DoorQuestions {
  const { renewing, policy } = postkey.parts.world;
  const find = (asked: string) => accountForToken(postkey, policy(), asked);
  return {
    check: doorQuestion(checkInputSchema, checkDeadlineMs, (input, attempt) => checkHere(postkey, input, attempt)),
    report: doorQuestion(reportInputSchema, reportDeadlineMs, ({ address, language }) =>
      reportHere(postkey, address, (about) => makeReport(about, language)),
    ),
    bridge: doorQuestion(z.strictObject({}), bridgeDeadlineMs, () => toldBridges(postkey.bridge.views())),
    token: openTokenDesk({ find, fresh: renewing.fresh }).question,
  };
}

async function reportHere(
  postkey: Postkey,
  address: string | null,
  make: (about: CaseAbout) => ReturnType<MakeReport>,
): Promise<ReportAnswer> {
  const { past, clock } = postkey.parts.world;
  const about = aboutWhatIsThere(address, {
    accounts: postkey.accounts(),
    setup: postkey.setup()?.view() ?? null,
    aside: postkey.aside(),
    past,
    now: clock.now(),
  });
  if (!about) return { kind: 'nothing' };
  const { written, finding } = await make(about);
  return written ? { kind: 'made', html: written.html } : { kind: 'refused', finding };
}
