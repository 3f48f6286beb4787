// The frame of the pages about an offered preset: rail, title, stamp, body, foot. Lies over what is open and gives the focus back to it.
import { FileKey2 } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOfPage, type PageId } from '../../shared/page-code.ts';
import type { DetailLine } from '../../shared/setup-state.ts';
import '../accounts/account-rail.css';
import { EnvelopeHead } from '../ui/envelope-head.tsx';
import { Stamp } from '../ui/stamp.tsx';
import '../ui/step-page.css';
import { TechnicalDetails } from '../ui/technical-details.tsx';
import '../wizard/rail.css';
import { RailFoot } from '../wizard/rail-foot.tsx';
import '../wizard/wizard.css';
import './preset-offer.css';

export interface OfferFrameProps {
  readonly page: PageId;
  readonly title: string;
  readonly lead: ReactNode;
  readonly details?: readonly DetailLine[] | undefined;
  readonly buttons: ReactNode;
  readonly children: ReactNode;
}

export function OfferFrame({ page, title, lead, details = [], buttons, children }: OfferFrameProps) {
  const { t } = useTranslation(['preset', 'window']);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => {
    const before = document.title;
    document.title = t('window:titleBar', { title });
    return () => {
      document.title = before;
    };
  }, [t, title]);

  return (
    <div className="room">
      <nav className="rail rail-accounts" aria-label={t('rail')}>
        <div className="rail-head">
          <EnvelopeHead whole />
          <span className="rail-app">{t('window:app')}</span>
        </div>
        <p className="rail-page" aria-current="page">
          <FileKey2 size={20} strokeWidth={1.75} aria-hidden="true" />
          <span>{t('rail')}</span>
        </p>
        <RailFoot />
      </nav>
      <div className="desk">
        <main className="sheet">
          <div className="page-frame">
            <div className="page offer">
              <header className="page-head">
                <div className="page-words">
                  <h1 className="page-title offer-title" ref={heading} tabIndex={-1}>
                    {title}
                  </h1>
                  <p className="page-lead offer-lead">{lead}</p>
                </div>
                <Stamp code={codeOfPage(page)} />
              </header>
              <div className="page-body">{children}</div>
              <footer className="page-foot">
                <TechnicalDetails lines={details} />
                <div className="page-buttons">{buttons}</div>
              </footer>
            </div>
          </div>
        </main>
      </div>
    </div>
  );
}
