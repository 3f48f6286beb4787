// Folded away under what was found: who was asked and what each said, the other candidates, and the way to choose by hand.
import { useTranslation } from 'react-i18next';
import { services } from '../../shared/mail-provider.ts';
import { ask, useSetup } from '../setup/postkey-state.ts';
import { QuietButton } from '../ui/buttons.tsx';
import { RadioCards } from '../ui/choice.tsx';
import { Well } from '../ui/well.tsx';
import { domainOf } from './domain-of.ts';
import { LookUpLines } from './look-up-lines.tsx';
import './how-found.css';

export interface HowFoundProps {
  readonly id: string;
  readonly isOpen: boolean;
  readonly onByHand: () => void;
}

/** Others than the one in use, to be picked; nothing where there is only one. */
function Candidates() {
  const { t } = useTranslation(['look-up', 'pages-start']);
  const { candidates = [], picked = 0, address = '' } = useSetup();
  if (candidates.length < 2) return null;
  return (
    <RadioCards
      label={t('how.others')}
      options={candidates.map(({ is, source }, index) => {
        const hosts = new Set(services.flatMap((service) => is.servers[service]?.host ?? []));
        return {
          value: String(index),
          title: is.name,
          text: (
            <>
              {t(`pages-start:found.source.${source}`, { domain: domainOf(address) })}
              <span className="how-found-hosts mono ltr">{[...hosts].join(' ')}</span>
            </>
          ),
        };
      })}
      value={String(picked)}
      onChange={(value) => void ask('understand.pick', { candidate: Number(value) })}
    />
  );
}

export function HowFound({ id, isOpen, onByHand }: HowFoundProps) {
  const { t } = useTranslation(['look-up', 'pages-start']);
  const { lookUp } = useSetup();
  return (
    <div id={id} hidden={!isOpen}>
      <Well label={t('how.button')} className="how-found">
        {lookUp === undefined ? null : <LookUpLines sources={lookUp.sources} />}
        <Candidates />
        <div className="page-quiet">
          <QuietButton size="small" onPress={onByHand}>
            {t('pages-start:found.byHand.button')}
          </QuietButton>
        </div>
      </Well>
    </div>
  );
}
