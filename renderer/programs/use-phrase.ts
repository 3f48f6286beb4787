// The words of a hand-over sheet: main sends keys of `hand-over.json` and what fills them.
import { useTranslation } from 'react-i18next';
import type { Phrase } from '../../shared/hand-over.ts';

export function usePhrase(): (phrase: Phrase) => string {
  const { t } = useTranslation('hand-over');
  return ({ key, values }) => t(key, { ...values });
}
