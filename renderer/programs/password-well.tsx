// The bridge's password for one program, shown once: large, to copy or to type, until the person says that it is typed.
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { BridgePassword } from '../../shared/bridge.ts';
import { ask } from '../setup/postkey-state.ts';
import { announce } from '../ui/announce.tsx';
import { PrimaryButton } from '../ui/buttons.tsx';
import { CopyButton } from '../ui/copy-line.tsx';
import { Well } from '../ui/well.tsx';
import './password-well.css';

export interface PasswordWellProps {
  readonly shown: BridgePassword;
  /** Of the program, inside a sentence. */
  readonly name: string;
}

export function PasswordWell({ shown, name }: PasswordWellProps) {
  const { t } = useTranslation('programs');
  const heading = useRef<HTMLHeadingElement>(null);
  const { programId } = shown;
  useEffect(() => {
    // A new one is looked at first, wherever the button was.
    if (programId !== '') heading.current?.focus();
    heading.current?.scrollIntoView?.({ block: 'nearest' });
  }, [programId]);
  const putAway = async () => {
    const answer = await ask('bridge.putAway', {});
    if (answer.accepted) {
      announce(t('password.away'));
      document.querySelector<HTMLElement>('main h1')?.focus();
    }
    return answer;
  };
  return (
    <Well tone="your-turn" label={t('password.title', { program: name })} className="password-well">
      <h2 className="password-title" ref={heading} tabIndex={-1}>
        {t('password.title', { program: name })}
      </h2>
      <div className="password-line">
        <code className="mono ltr password-value">{shown.password}</code>
        <CopyButton label={t('password.label')} text={shown.password} />
      </div>
      <p>{t('password.text', { program: name })}</p>
      <div>
        <PrimaryButton onPress={putAway}>{t('password.typed')}</PrimaryButton>
      </div>
    </Well>
  );
}
