// The drawing of a letter that has left: an envelope, franked with the key, postmarked with the day it went.
import { useTranslation } from 'react-i18next';
import { usePostkey } from '../setup/postkey-state.ts';
import { perforated } from '../ui/stamp.tsx';
import './sent-envelope.css';
import { writePostmark } from './write-dates.ts';

export interface SentEnvelopeProps {
  /** Epoch milliseconds. */
  readonly at: number;
  /** Whom it went to. */
  readonly to: string;
  /** What the drawing says, for those who do not see it. */
  readonly label: string;
}

const size = { width: 264, height: 152 };
const ring = { x: 146, y: 48, outer: 33, inner: 23 };
const stamp = { x: 190, y: 16, width: 54, height: 66 };

export function SentEnvelope({ at, to, label }: SentEnvelopeProps) {
  const { i18n } = useTranslation('approval');
  const { direction } = usePostkey();
  const isMirrored = direction === 'rtl';
  const place = (x: number, width = 0) => (isMirrored ? size.width - x - width : x);
  const wave = (x: number, y: number) => `M${x} ${y}q11-9.6 22 0t22 0t22 0`;
  const { date, time } = writePostmark(i18n.language, at);
  const ringX = place(ring.x);
  return (
    <div className="posted" role="img" aria-label={label}>
      <svg viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
        <g transform={`translate(${place(stamp.x, stamp.width)} ${stamp.y})`}>
          <path className="posted-stamp" d={perforated(stamp.width, stamp.height)} />
          <rect className="posted-frame" x="5" y="5" width={stamp.width - 10} height={stamp.height - 10} rx="1" />
          <g transform="translate(14.5 19)">
            <path className="posted-blade" d="M10.5 13.5H14V17.5H18V20.5H14V22.5H16.5V25.5H14V28L12.2 30L10.5 28Z" />
            <rect className="posted-letter" width="25" height="16" rx="3" />
            <path className="posted-flap" d="M3.8 4.2L12.5 9.8L21.2 4.2" />
          </g>
        </g>
        <g className="posted-ink">
          <g transform={isMirrored ? `translate(${size.width} 0) scale(-1 1)` : undefined}>
            <path d={`${wave(177, 33)}${wave(180, 43)}${wave(180, 53)}${wave(177, 63)}`} />
          </g>
          <circle cx={ringX} cy={ring.y} r={ring.outer} />
          <circle cx={ringX} cy={ring.y} r={ring.inner} />
        </g>
        <text className="posted-time" x={ringX} y={ring.y + 1}>
          {time}
        </text>
        <text className="posted-date" x={ringX} y={ring.y + 11}>
          {date}
        </text>
      </svg>
      <p className="posted-to" aria-hidden="true">
        {to}
      </p>
    </div>
  );
}
