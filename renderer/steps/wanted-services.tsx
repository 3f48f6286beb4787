// Which services are set up: all that the provider has, unless the person says otherwise. The fold's button stands elsewhere.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Service } from '../../shared/mail-provider.ts';
import { CheckList } from '../ui/choice.tsx';
import { PageRefusal } from './page-section.tsx';
import './wanted-services.css';

export interface WantedServicesProps {
  readonly id: string;
  readonly isOpen: boolean;
  readonly offered: readonly Service[];
  readonly wanted: readonly Service[];
  readonly onChange: (wanted: readonly Service[]) => void;
  /** Nothing is chosen and the person went on. */
  readonly isMissing: boolean;
  /** Below the choice: the servers of each. */
  readonly children?: ReactNode;
}

export function WantedServices({ id, isOpen, offered, wanted, onChange, isMissing, children }: WantedServicesProps) {
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
      {children}
    </div>
  );
}
