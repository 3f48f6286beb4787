// One value of a guide: what the console calls it, the value to take there, and why. The logo is saved instead of copied.
import { Check, ImageDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilledField } from '../../shared/console-guide.ts';
import type { Answer } from '../../shared/ipc-contract.ts';
import { ask } from '../setup/postkey-state.ts';
import { announce } from '../ui/announce.tsx';
import { SecondaryButton } from '../ui/buttons.tsx';
import { CopyLine } from '../ui/copy-line.tsx';

export interface GuideFieldProps {
  /** Where the part's words stand: `guides.google.sections.client`. */
  readonly words: string;
  readonly field: FilledField;
  /** The field above: several permissions for one purpose give their reason once. */
  readonly before: FilledField | undefined;
}

export function GuideField({ words, field, before }: GuideFieldProps) {
  const { t } = useTranslation('console-guide');
  const at = `${words}.${field.id}`;
  switch (field.kind) {
    case 'logo':
      return <LogoLine hint={t(`${at}.why`)} />;
    case 'permission': {
      const isSaid = before?.kind === 'permission' && before.purpose === field.purpose;
      return (
        <CopyLine
          label={t(`purpose.${field.purpose}`)}
          value={field.value}
          hint={isSaid ? undefined : t(`${words}.why.${field.purpose}`)}
        />
      );
    }
    case 'choose':
      return (
        <CopyLine
          label={t(`${at}.label`)}
          value={t(`${at}.${field.choice}`)}
          words
          hint={t([`${at}.why.${field.choice}`, `${at}.why`])}
        />
      );
    case 'type':
      return <CopyLine label={t(`${at}.label`)} value={field.value} hint={t(`${at}.why`)} />;
  }
}

function LogoLine({ hint }: { readonly hint: string }) {
  const { t } = useTranslation('console-guide');
  const [isSaved, setSaved] = useState(false);
  const save = async (): Promise<Answer | undefined> => {
    const answer = await ask('guide.saveLogo', {});
    if (answer.accepted) {
      setSaved(true);
      announce(t('logo.saved'));
    }
    // Who closes the dialog has chosen, and knows it.
    return !answer.accepted && answer.refusal === 'file-not-chosen' ? undefined : answer;
  };
  const Icon = isSaved ? Check : ImageDown;
  return (
    <div className="copy-line">
      <span className="copy-line-label">{t('logo.label')}</span>
      <span className="copy-line-value copy-line-words">{t(isSaved ? 'logo.saved' : 'logo.value')}</span>
      <SecondaryButton size="small" icon={<Icon size={16} strokeWidth={1.75} aria-hidden="true" />} onPress={save}>
        {t('logo.save')}
      </SecondaryButton>
      <p className="copy-line-hint">{hint}</p>
    </div>
  );
}
