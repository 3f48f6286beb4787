// The fold at the start of the footer: label and value lines for those who ask.
import { ChevronDown } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DetailLine } from '../../shared/setup-state.ts';
import './technical-details.css';

export interface TechnicalDetailsProps {
  readonly lines: readonly DetailLine[];
}

export function TechnicalDetails({ lines }: TechnicalDetailsProps) {
  const { t } = useTranslation('window');
  const [open, setOpen] = useState(false);
  const id = useId();
  const panel = useRef<HTMLElement>(null);

  useEffect(() => {
    if (open) panel.current?.scrollIntoView?.({ block: 'nearest' });
  }, [open]);

  if (lines.length === 0) return null;
  return (
    <>
      <button
        type="button"
        className="details-button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {t('details.title')}
        <ChevronDown className="details-chevron" size={16} strokeWidth={1.75} aria-hidden="true" />
      </button>
      <section
        className="details-panel"
        id={id}
        ref={panel}
        hidden={!open}
        aria-label={t('details.title')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: long lists scroll, and must do so by keyboard
        tabIndex={0}
      >
        <dl className="details-lines">
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: three servers may say the same
            <div className="details-line" key={index}>
              <dt>{t(`details.${line.label}`, { defaultValue: line.label })}</dt>
              <dd className="mono ltr">{line.value}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}
