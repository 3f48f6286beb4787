// Which services are set up, folded away: all that the provider has, unless the person says otherwise.
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Service } from '../../shared/mail-provider.ts';
import { QuietButton } from '../ui/buttons.tsx';
import { CheckList } from '../ui/choice.tsx';
import { PageRefusal } from './page-section.tsx';
import './wanted-services.css';

export interface WantedServicesProps {
  readonly offered: readonly Service[];
  readonly wanted: readonly Service[];
  readonly onChange: (wanted: readonly Service[]) => void;
  /** Nothing is chosen and the person went on: opens the fold and says so. */
  readonly isMissing: boolean;
}

export function WantedServices({ offered, wanted, onChange, isMissing }: WantedServicesProps) {
  const { t } = useTranslation('pages-start');
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const isShown = isOpen || isMissing;
  return (
    <div className="wanted-services">
      <QuietButton
        size="small"
        iconAfter={isShown ? <ChevronUp size={16} strokeWidth={1.75} /> : <ChevronDown size={16} strokeWidth={1.75} />}
        onPress={() => setOpen(!isShown)}
        expanded={isShown}
        controls={id}
      >
        {t('wanted.button')}
      </QuietButton>
      <div id={id} hidden={!isShown}>
        <CheckList
          label={t('wanted.label')}
          labelHidden
          options={offered.map((service) => ({
            value: service,
            title: t(`wanted.${service}.title`),
            text: t(`wanted.${service}.text`),
          }))}
          values={wanted}
          onChange={onChange}
        />
        {isMissing ? <PageRefusal>{t('wanted.missing')}</PageRefusal> : null}
      </div>
    </div>
  );
}
