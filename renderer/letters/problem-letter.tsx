// The letter about whatever stopped, to those who can mend it: where and when, the code, the server's words, what has to be done.
import i18next from 'i18next';
import { useEffect, useRef, useState } from 'react';
import type { AccountView } from '../../shared/account-state.ts';
import { type ItRequestAbout, itRequest } from '../../shared/it-requests/it-request.ts';
import type { Problem } from '../../shared/problem.ts';
import { problemStamp } from '../../shared/problem.ts';
import type { StepId } from '../../shared/setup-steps.ts';
import { ask, usePostkey } from '../setup/postkey-state.ts';
import { problemMessage } from '../setup/problem-message.ts';
import { Letter } from './letter.tsx';
import type { WriteLetter } from './letter-text.ts';
import { paragraphs } from './letter-text.ts';
import { useLetterRecipient } from './use-letter-recipient.ts';

export interface ProblemLetterProps {
  readonly problem: Problem;
  readonly step: StepId;
  readonly about: ItRequestAbout;
  /** Whose mailbox it is, where it is not that of the set-up in progress. */
  readonly account: AccountView | undefined;
  /** The page has its solid button elsewhere. */
  readonly quiet: boolean | undefined;
}

export function ProblemLetter({ problem, step, about, account, quiet }: ProblemLetterProps) {
  const { setup: inProgress } = usePostkey();
  const setup = account === undefined ? inProgress : undefined;
  const recipient = useLetterRecipient();
  // The letter that leaves says the time of the letter that was read; of an account, when it was met.
  const [now] = useState(() => account?.watch?.lastCheckAt ?? Date.now());
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.scrollIntoView?.({ block: 'nearest' }), []);

  const address = about.mailbox ?? '';
  const write: WriteLetter = (say, language) => ({
    subject: say('letters.problem.subject', {
      address,
      code: problemStamp(step, problem),
      context: address === '' ? 'unknown' : undefined,
    }),
    fileName: say('letters.problem.fileName'),
    body: paragraphs([
      say('letters.hello'),
      problemMessage(i18next.getFixedT(language), language, {
        problem,
        step,
        address,
        signsInAs: about.person,
        organisation: account?.organisation ?? setup?.provider?.organisation,
        provider: account?.providerName ?? setup?.provider?.is.name,
        steps: itRequest(about),
        clientId: about.clientId,
        now,
      }),
    ]),
  });
  return (
    <div ref={place}>
      <Letter
        quiet={quiet}
        write={write}
        {...recipient}
        onSent={setup === undefined ? undefined : (by) => ask('it.asked', { step, code: problem.code, by })}
      />
    </div>
  );
}
