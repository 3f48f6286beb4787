// Which services are set up: all that the provider has, unless the person says otherwise. The fold's button stands elsewhere.
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Service } from '../../shared/mail-provider.ts';
import { QuietButton } from '../ui/buttons.tsx';
import { CheckList } from '../ui/choice.tsx';
import { PageRefusal } from './page-section.tsx';
import './wanted-services.css';

export interface WantedButtonProps {
  readonly isOpen: boolean;
  readonly controls: string;
  readonly onToggle: () => void;
}

export function WantedButton({ isOpen, controls, onToggle }: WantedButtonProps) {
  const { t } = useTranslation('pages-start');
  const Chevron = isOpen ? ChevronUp : ChevronDown;
  return (
    <QuietButton
      size="small"
      iconAfter={<Chevron size={16} strokeWidth={1.75} aria-hidden="true" />}
      onPress={onToggle}
      expanded={isOpen}
      controls={controls}
    >
      {t('wanted.button')}
    </QuietButton>
  );
}

export interface WantedServicesProps {
  readonly id: string;
  readonly isOpen: boolean;
  readonly offered: readonly Service[];
  readonly wanted: readonly Service[];
  readonly onChange: (wanted: readonly Service[]) => void;
  /** Nothing is chosen and the person went on. */
  readonly isMissing: boolean;
}

export function WantedServices({ id, isOpen, offered, wanted, onChange, isMissing }: WantedServicesProps) {
  const { t } = useTranslation('pages-start');
  return (
    <div className="wanted-services" id={id} hidden={!isOpen}>
      <CheckList
        label={t('wanted.label')}
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
  );
}
