// The receipt: the text that is copied or saved is the text that is shown.
import { FileDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { LeavingView } from '../../shared/leaving.ts';
import { ask } from '../setup/postkey-state.ts';
import { announce } from '../ui/announce.tsx';
import { SecondaryButton } from '../ui/buttons.tsx';
import { CopyButton } from '../ui/copy-line.tsx';
import { receiptText } from './receipt-text.ts';

export function Receipt({ leaving }: { readonly leaving: LeavingView }) {
  const { t, i18n } = useTranslation(['leaving', 'problems', 'window']);
  const text = receiptText(t, i18n.language, leaving);
  const save = async () => {
    const answer = await ask('letter.save', { name: t('leaving:receipt.fileName'), text: `${text}\n` });
    if (answer.accepted) announce(t('leaving:receipt.saved'));
    return answer;
  };
  return (
    <section className="card leaving-part" aria-labelledby="leaving-receipt">
      <h2 id="leaving-receipt">{t('leaving:receipt.title')}</h2>
      <p className="leaving-quiet">{t('leaving:receipt.hint')}</p>
      <pre className="leaving-receipt mono">{text}</pre>
      <div className="leaving-ways">
        <CopyButton label={t('leaving:receipt.title')} text={text} />
        <SecondaryButton
          size="small"
          icon={<FileDown size={16} strokeWidth={1.75} aria-hidden="true" />}
          onPress={save}
        >
          {t('leaving:receipt.save')}
        </SecondaryButton>
      </div>
    </section>
  );
}
