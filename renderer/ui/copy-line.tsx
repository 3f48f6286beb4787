// A value to take elsewhere: label, value in mono, a button that copies it and says so. Copies through main, never through
// the page's own clipboard.
import { Check, Copy } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../setup/postkey-state.ts';
import { announce } from './announce.tsx';
import { SecondaryButton } from './buttons.tsx';
import './copy-line.css';

export interface CopyLineProps {
  readonly label: string;
  readonly value: string;
  /** What to copy where it differs from what is shown. */
  readonly copy?: string | undefined;
  /** The value is words on a screen, to find there, not letters to type. */
  readonly words?: boolean | undefined;
  /** Why, in one short line under it. */
  readonly hint?: ReactNode;
}

/** The button alone: copies, and says so. */
export function CopyButton({ label, text }: { readonly label: string; readonly text: string }) {
  const { t } = useTranslation('window');
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const back = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(back);
  }, [copied]);

  const press = async () => {
    const answer = await ask('clipboard.copy', { text });
    if (answer.accepted) {
      setCopied(true);
      announce(t('buttons.copied'));
    }
    return answer;
  };

  const Icon = copied ? Check : Copy;
  return (
    <SecondaryButton
      size="small"
      icon={<Icon size={16} strokeWidth={1.75} aria-hidden="true" />}
      label={copied ? t('buttons.copied') : t('buttons.copyOf', { label })}
      onPress={press}
    >
      {t(copied ? 'buttons.copied' : 'buttons.copy')}
    </SecondaryButton>
  );
}

export function CopyLine({ label, value, copy, words, hint }: CopyLineProps) {
  return (
    <div className="copy-line">
      <span className="copy-line-label">{label}</span>
      <span className={words ? 'copy-line-value copy-line-words' : 'copy-line-value mono ltr'}>{value}</span>
      <CopyButton label={label} text={copy ?? value} />
      {hint === undefined ? null : <p className="copy-line-hint">{hint}</p>}
    </div>
  );
}
