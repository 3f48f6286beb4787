// What is asked for, in plain words, one line for each thing the key will be able to do; and what is not.
import { Ban, Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SetupView } from '../../shared/setup-state.ts';
import { Well } from '../ui/well.tsx';
import './asked-list.css';

const notAsked = ['password', 'calendar', 'files'] as const;

export function AskedList({ setup }: { readonly setup: SetupView }) {
  const { t } = useTranslation('pages-sign-in');
  const asked = [...setup.wanted, 'identity', 'renewal'] as const;
  return (
    <Well className="asked">
      <div>
        <h2>{t('request.asked.title')}</h2>
        <ul>
          {asked.map((each) => (
            <li key={each}>
              <Check size={18} strokeWidth={1.75} aria-hidden="true" />
              <span>{t(`request.asked.${each}`)}</span>
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h2>{t('request.notAsked.title')}</h2>
        <ul>
          {notAsked.map((each) => (
            <li key={each}>
              <Ban size={18} strokeWidth={1.75} aria-hidden="true" />
              <span>{t(`request.notAsked.${each}`)}</span>
            </li>
          ))}
        </ul>
      </div>
    </Well>
  );
}
