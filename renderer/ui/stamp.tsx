// The code to read out on the telephone, as a perforated stamp. Selecting it copies the code. Codes are never translated.
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../setup/postkey-state.ts';
import { announce } from './announce.tsx';
import './stamp.css';

export interface StampProps {
  /** "1-ADDRESS", "10-SMTP-OFF". */
  readonly code: string;
  /** Something stopped: stopped colours, and the label "Helpdesk code". */
  readonly stopped?: boolean | undefined;
  /** 32 high, without frame and label, for lists. */
  readonly small?: boolean | undefined;
}

/** One side of the sheet of stamps: bites of 2 px, about every 6 px, a whole number of them. `x, y` is the unit step along it. */
function bitten(length: number, x: number, y: number): string {
  const count = Math.max(1, Math.round(length / 6));
  const gap = length / count;
  const straight = (gap - 4) / 2;
  const bite = `l${x * straight} ${y * straight}a2 2 0 0 0 ${x * 4} ${y * 4}l${x * straight} ${y * straight}`;
  return bite.repeat(count);
}

/** The outline of a perforated rectangle, as an SVG path. Sizes in CSS pixels. */
export function perforated(width: number, height: number): string {
  return `M0 0${bitten(width, 1, 0)}${bitten(height, 0, 1)}${bitten(width, -1, 0)}${bitten(height, 0, -1)}Z`;
}

function cutPaper({ offsetWidth, offsetHeight }: HTMLElement, paper: SVGSVGElement | null): void {
  paper?.setAttribute('width', String(offsetWidth));
  paper?.setAttribute('height', String(offsetHeight));
  paper?.firstElementChild?.setAttribute('d', perforated(offsetWidth, offsetHeight));
}

/** How to speak a code: "10, S M T P, O F F". */
function spoken(code: string): string {
  return code
    .split('-')
    .map((part) => (/^\d+$/u.test(part) ? part : [...part].join(' ')))
    .join(', ');
}

export function Stamp({ code, stopped = false, small = false }: StampProps) {
  const { t } = useTranslation('window');
  const place = useRef<HTMLButtonElement>(null);
  const paper = useRef<SVGSVGElement>(null);
  const [copied, setCopied] = useState(false);

  useLayoutEffect(() => {
    const stamp = place.current;
    if (stamp === null || typeof ResizeObserver === 'undefined') return;
    // Drawn when the browser has measured by itself, before it paints: asking for the size here would make it measure twice.
    const watcher = new ResizeObserver(() => cutPaper(stamp, paper.current));
    watcher.observe(stamp);
    return () => watcher.disconnect();
  }, []);

  useEffect(() => {
    if (!copied) return;
    const back = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(back);
  }, [copied]);

  const copy = async (): Promise<void> => {
    const answer = await ask('clipboard.copy', { text: code });
    if (!answer.accepted) return;
    setCopied(true);
    announce(t('stamp.copied'));
  };

  const label = t(stopped ? 'stamp.labelStopped' : 'stamp.label');
  return (
    <button
      type="button"
      ref={place}
      className={`stamp${stopped ? ' stamp-stopped' : ''}${small ? ' stamp-small' : ''}`}
      onClick={() => void copy()}
      title={t('stamp.say', { spoken: spoken(code) })}
    >
      <svg className="stamp-paper" ref={paper} aria-hidden="true">
        <path />
      </svg>
      <span className="stamp-frame">
        {small ? null : (
          <span className="stamp-label" aria-hidden="true">
            {copied ? t('buttons.copied') : label}
          </span>
        )}
        <span className="unseen">{small || stopped ? label : t('stamp.ofPage')}</span>
        <span className="stamp-code">{small && copied ? t('buttons.copied') : code}</span>
        <span className="unseen">{t('stamp.copy')}</span>
      </span>
    </button>
  );
}
