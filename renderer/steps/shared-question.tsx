// "Is this mailbox yours alone?", asked once, where the provider has mailboxes that several people use; then who signs in.
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { MailProvider } from '../../shared/mail-provider.ts';
import { DelegateField } from './address-fields.tsx';
import type { AddressLookUp } from './use-address-look-up.ts';
import './shared-question.css';

/** Whether it is worth asking: others may use the mailbox, and how that works there is known. */
export function canBeShared(is: MailProvider): boolean {
  return is.sharing !== undefined && is.kind !== 'personal' && is.signIn !== 'password';
}

export interface SharedQuestionProps {
  readonly provider: MailProvider;
  readonly look: AddressLookUp;
  readonly isShared: boolean;
  readonly onAnswer: (isShared: boolean) => void;
}

export function SharedQuestion({ provider, look, isShared, onAnswer }: SharedQuestionProps) {
  const { t } = useTranslation('pages-start');
  const id = useId();
  const options = [
    { value: false, words: t('understand.alone.yes') },
    { value: true, words: t('understand.alone.no') },
  ];
  return (
    <div className="shared-question">
      <fieldset className="shared-question-row">
        <legend className="unseen">{t('understand.alone.label')}</legend>
        <span aria-hidden="true">{t('understand.alone.label')}</span>
        {options.map(({ value, words }) => (
          <label key={words} className="shared-question-answer" htmlFor={`${id}-${value}`}>
            <input
              id={`${id}-${value}`}
              className="choice-input"
              type="radio"
              name={id}
              checked={isShared === value}
              onChange={() => onAnswer(value)}
            />
            {words}
          </label>
        ))}
      </fieldset>
      {isShared && provider.sharing === 'own-sign-in' ? (
        <p className="shared-question-itself">
          {t('understand.alone.itself', { provider: provider.shortName, address: look.address })}
        </p>
      ) : null}
      {isShared && provider.sharing === 'delegate-signs-in' ? (
        <DelegateField look={look} autoFocus={look.signsInAs === ''} />
      ) : null}
    </div>
  );
}
