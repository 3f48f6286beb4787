// A letter to somebody who has to act: the sheet to read, the language it is in, and the three ways it leaves this window. Postkey
// itself sends nothing. Draws from `approval`: load those words before it is drawn.
import { Check, Copy, FileDown, Mail } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApprovalView } from '../../shared/approval.ts';
import type { Answer } from '../../shared/ipc-contract.ts';
import { fitsMailto } from '../../shared/mailto.ts';
import { ask } from '../setup/postkey-state.ts';
import { announce } from '../ui/announce.tsx';
import { PrimaryButton, SecondaryButton } from '../ui/buttons.tsx';
import { Well } from '../ui/well.tsx';
import './letter.css';
import { LetterLanguage } from './letter-language.tsx';
import { LetterSheet } from './letter-sheet.tsx';
import type { WriteLetter } from './letter-text.ts';
import { sayIn } from './letter-text.ts';
import { mailSystem } from './mail-system.ts';

export type LetterWay = NonNullable<ApprovalView['sentBy']>;

export interface LetterProps {
  readonly write: WriteLetter;
  /** Whose eyes it is for; left out: "Your IT". */
  readonly toName?: string | undefined;
  /** Their address, where it is known. */
  readonly to?: string | undefined;
  /** Runs after it left, by which way; its answer is the button's. */
  readonly onSent?: ((way: LetterWay) => Promise<Answer>) | undefined;
  /** The mail button is outlined, where the page has its solid button elsewhere. */
  readonly quiet?: boolean | undefined;
}

const icon = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const;
type Done = LetterWay | 'mailTooLong';

export function Letter({ write, to, toName, onSent, quiet }: LetterProps) {
  const { t, i18n } = useTranslation('approval');
  const [wished, setLanguage] = useState<string | undefined>();
  const [done, setDone] = useState<Done | undefined>();
  const language = wished ?? i18n.language;
  const letter = write(sayIn(language), language);
  const { subject, body } = letter;

  const leave = async (way: LetterWay, words: Done, asked: Promise<Answer>): Promise<Answer> => {
    const answer = await asked;
    if (!answer.accepted) return answer;
    setDone(words);
    announce(t(`letter.done.${words}`));
    return onSent === undefined ? answer : onSent(way);
  };
  const mail = () => {
    const fits = fitsMailto({ to, subject, body }, mailSystem());
    const mailed = ask('letter.mail', {
      ...(to === undefined ? {} : { to }),
      subject,
      body,
      whenTooLong: t('letter.whenTooLong'),
    });
    return leave('mail', fits ? 'mail' : 'mailTooLong', mailed);
  };
  const copy = () => leave('copy', 'copy', ask('clipboard.copy', { text: body }));
  const save = () =>
    leave('file', 'file', ask('letter.save', { name: letter.fileName, text: `${subject}\n\n${body}\n` }));

  const MailButton = quiet ? SecondaryButton : PrimaryButton;
  return (
    <Well className="letter" label={t('letter.label')}>
      <LetterSheet letter={letter} language={language} to={toName ?? to ?? t('letter.toUnknown')} />
      <div className="letter-ways">
        <LetterLanguage own={i18n.language} chosen={language} onChoose={setLanguage} />
        <MailButton wide icon={<Mail {...icon} />} onPress={mail}>
          {t('letter.mail')}
        </MailButton>
        <SecondaryButton wide icon={<Copy {...icon} />} onPress={copy}>
          {t('letter.copy')}
        </SecondaryButton>
        <SecondaryButton wide icon={<FileDown {...icon} />} onPress={save}>
          {t('letter.save')}
        </SecondaryButton>
        {done === undefined ? null : (
          <p className="letter-done">
            <Check {...icon} size={16} />
            <span>{t(`letter.done.${done}`)}</span>
          </p>
        )}
      </div>
    </Well>
  );
}
