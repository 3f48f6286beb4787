// Under an explained message that IT must mend: what exactly it has to do, and the letter that says so. Draws from `approval` and
// `it-request`: load those words before it is drawn.
import i18next from 'i18next';
import { MessageSquareText } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Candidate } from '../../shared/explanation.ts';
import { itRequestAboutOf, itStepsOf } from '../../shared/it-requests/it-request-of-explained.ts';
import { problemOf } from '../../shared/problem.ts';
import { usePostkey } from '../setup/postkey-state.ts';
import { explainedMessage } from '../setup/problem-message.ts';
import { SecondaryButton } from '../ui/buttons.tsx';
import { ExactlyForIt, useLetterFold } from '../ui/write-to-it.tsx';
import { ItRequestSteps } from './it-request-steps.tsx';
import { Letter } from './letter.tsx';
import type { WriteLetter } from './letter-text.ts';
import { paragraphs } from './letter-text.ts';
import { useLetterRecipient } from './use-letter-recipient.ts';

export interface ExplainedForItProps {
  readonly meaning: Pick<Candidate, 'cause' | 'actors' | 'code'>;
  readonly provider: string | undefined;
  /** The part of the message that decides; free of secrets. */
  readonly decisive: string;
}

export function ExplainedForIt({ meaning, provider, decisive }: ExplainedForItProps) {
  const { t } = useTranslation('window');
  const { setup } = usePostkey();
  const recipient = useLetterRecipient();
  const [now] = useState(() => Date.now());
  const letter = useLetterFold();
  const exact = useLetterFold();
  const about = itRequestAboutOf(meaning, provider);
  if (about === undefined) return null;
  const steps = itStepsOf(meaning, provider);
  const address = setup?.address ?? '';
  const write: WriteLetter = (say, language) => ({
    subject: say('letters.problem.subject', {
      address,
      code: meaning.code,
      context: address === '' ? 'unknown' : undefined,
    }),
    fileName: say('letters.problem.fileName'),
    body: paragraphs([
      say('letters.hello'),
      explainedMessage(i18next.getFixedT(language), language, {
        problem: problemOf(about.cause, {}, decisive === '' ? undefined : decisive),
        code: meaning.code,
        address,
        provider,
        steps,
        now,
      }),
    ]),
  });
  return (
    <>
      {steps.length === 0 ? null : <ExactlyForIt fold={exact} />}
      <div id={exact.id} hidden={!exact.isOpen}>
        {exact.isOpen ? <ItRequestSteps about={about} steps={steps} /> : null}
      </div>
      <SecondaryButton
        size="small"
        icon={<MessageSquareText size={16} strokeWidth={1.75} aria-hidden="true" />}
        expanded={letter.isOpen}
        controls={letter.id}
        onPress={letter.toggle}
      >
        {t(letter.isOpen ? 'cause.putAway' : 'cause.writeToIt')}
      </SecondaryButton>
      <div id={letter.id} hidden={!letter.isOpen}>
        {letter.isOpen ? <Letter quiet write={write} {...recipient} /> : null}
      </div>
    </>
  );
}
