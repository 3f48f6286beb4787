// A host as a person compares it: the part that somebody registered stands out, in letters that cannot be mistaken, always left to right.
import { useTranslation } from 'react-i18next';
import type { ShownHost } from '../../shared/preset-offer.ts';

export function HostLine({ host }: { readonly host: ShownHost }) {
  const { t } = useTranslation('preset');
  const { before, domain, after, written } = host;
  return (
    <>
      <span className="mono ltr host-line">
        {before}
        <strong>{domain}</strong>
        {after}
      </span>
      {written === undefined ? null : <span className="host-written"> ({t('written', { host: written })})</span>}
    </>
  );
}

/** As one word, for sentences. */
export function hostInWords({ before, domain, after }: ShownHost): string {
  return before + domain + after;
}
