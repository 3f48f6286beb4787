// The drawing of step 6: a browser window with the real page's address, so that a person can compare before typing a password.
import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import './browser-drawing.css';

export interface BrowserDrawingProps {
  /** The page's address without its query; the host is set in semibold. */
  readonly page: string;
  /** The address that will stand in the sign-in form. */
  readonly address?: string | undefined;
}

/** An address in three parts, so that the host can stand out; unreadable text is all host. */
export function splitAddress(page: string): { readonly before: string; readonly host: string; readonly after: string } {
  const parts = /^([a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?)([^/?#@]+)(.*)$/iu.exec(page);
  const [, before = '', host = page, after = ''] = parts ?? [];
  return { before, host, after: after === '/' ? '' : after };
}

export function BrowserDrawing({ page, address }: BrowserDrawingProps) {
  const { t } = useTranslation('window');
  const { before, host, after } = splitAddress(page);
  return (
    <figure className="browser-drawing">
      <figcaption className="unseen">{t('drawing.browser', { page })}</figcaption>
      <div aria-hidden="true">
        <div className="browser-bar">
          <span className="browser-dots">
            <i />
            <i />
            <i />
          </span>
          <span className="browser-address">
            {before === 'https://' ? <Lock className="browser-lock" size={15} strokeWidth={1.75} /> : null}
            <span className="browser-text ltr" title={page}>
              {before}
              <b>{host}</b>
              {after}
            </span>
          </span>
        </div>
        <div className="browser-page">
          <span className="browser-bone" />
          <span className="browser-typed ltr">{address}</span>
          <span className="browser-button" />
        </div>
      </div>
    </figure>
  );
}
