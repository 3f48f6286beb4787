// The sentence that says why main refused a request. Finds words only; where it stands is its parent's business.
import { useTranslation } from 'react-i18next';
import type { RefusalCode } from '../../shared/refusal.ts';

export interface RefusalWordsProps {
  readonly refusal: RefusalCode;
  readonly values?: Readonly<Record<string, string | number>> | undefined;
}

export function RefusalWords({ refusal, values }: RefusalWordsProps) {
  const { t } = useTranslation(['refusals', 'window']);
  const reason = t(refusal, { ...values });
  // A preset is refused with the place in the file that is wrong.
  const place = values?.['place'] ?? '';
  return <>{place === '' ? reason : t('window:notices.preset-refused.textWithPlace', { reason, place })}</>;
}
