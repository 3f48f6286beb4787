// The drawing of step 1: the password stays in the browser, a key travels, Postkey locks it away. Each part has its words under it.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './drawn-parts.css';
import './sign-in-drawing.css';

export interface SignInPart {
  readonly title: ReactNode;
  readonly text: ReactNode;
}

export interface SignInDrawingProps {
  /** The host in the browser's address line; undefined while the provider is not known. */
  readonly host: string | undefined;
  /** What stands in the address line instead while there is no host. */
  readonly hostUnknown: string;
  /** Heading and explanation under each of the three parts. */
  readonly parts: readonly [SignInPart, SignInPart, SignInPart];
}

export function SignInDrawing({ host, hostUnknown, parts }: SignInDrawingProps) {
  const { t } = useTranslation('window');
  const drawn = [
    <PasswordWindow key="password" host={host ?? hostUnknown} label={t('drawing.password')} />,
    <TravellingKey key="key" />,
    <LockedAway key="locked" />,
  ];
  return (
    <div className="sign-in-drawing">
      <p className="unseen">{host === undefined ? t('drawing.signInUnknown') : t('drawing.signIn', { host })}</p>
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: three fixed places
        <div className="sign-in-part" key={index}>
          <div className="sign-in-picture" aria-hidden="true">
            {drawn[index]}
          </div>
          <h2 className="sign-in-title">{part.title}</h2>
          <p className="sign-in-text">{part.text}</p>
        </div>
      ))}
    </div>
  );
}

function PasswordWindow({ host, label }: { readonly host: string; readonly label: string }) {
  return (
    <div className="drawn-window">
      <div className="drawn-bar">
        <span className="drawn-dots">
          <i />
          <i />
          <i />
        </span>
        <span className="drawn-host ltr">{host}</span>
      </div>
      <div className="drawn-form">
        <span className="drawn-label">{label}</span>
        <span className="drawn-row">
          <span className="drawn-field">
            <i />
            <i />
            <i />
            <i />
            <i />
            <i />
          </span>
          <span className="drawn-go">
            <svg className="turns" width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
              <path d="M3 9H15M10.5 4.5L15 9L10.5 13.5" />
            </svg>
          </span>
        </span>
      </div>
    </div>
  );
}

/** Dashes, the key, dashes and the head of an arrow; it travels in reading direction. */
function TravellingKey() {
  return (
    <div className="drawn-travel">
      <span className="drawn-dashes drawn-dashes-before" />
      <span className="drawn-key">
        <svg className="turns" width="84" height="30" viewBox="0 0 84 30" aria-hidden="true">
          <path className="drawn-blade" d="M40 11H83V26H75.5V18.5H72V23H64.5V18.5H40Z" />
          <rect className="drawn-head" x="0" y="1" width="42" height="28" rx="4.5" />
          <path className="drawn-flap" d="M6.5 7.5L21 16.5L35.5 7.5" />
        </svg>
      </span>
      <span className="drawn-dashes drawn-dashes-after" />
      <svg className="drawn-arrow turns" width="9" height="14" viewBox="0 0 9 14" aria-hidden="true">
        <path d="M1.5 1.5L7.5 7L1.5 12.5" />
      </svg>
    </div>
  );
}

function LockedAway() {
  return (
    <div className="drawn-window drawn-postkey">
      <span className="drawn-rail">
        <svg width="14" height="64" viewBox="0 0 14 64" aria-hidden="true">
          <path className="drawn-rail-blade" d="M5.5 1H8.5V62H5.5Z" />
          <circle className="drawn-rail-mark" cx="7" cy="7" r="4" />
          <circle className="drawn-rail-mark" cx="7" cy="21" r="4" />
          <circle className="drawn-rail-mark" cx="7" cy="35" r="4" />
          <circle className="drawn-rail-mark" cx="7" cy="49" r="4" />
        </svg>
      </span>
      <span className="drawn-lock">
        <svg width="44" height="56" viewBox="0 0 44 56" aria-hidden="true">
          <path className="drawn-shackle" d="M9.5 26V15.5A12.5 12.5 0 0 1 34.5 15.5V26" />
          <rect className="drawn-body" x="0" y="22" width="44" height="33" rx="7" />
          <circle className="drawn-hole" cx="22" cy="36" r="3.6" />
          <path className="drawn-hole" d="M20.4 37H23.6V46A1.6 1.6 0 0 1 20.4 46Z" />
        </svg>
      </span>
    </div>
  );
}
