// The code to read out on the telephone, as a perforated stamp. Selecting it copies the code. Codes are never translated.
import './stamp.css';

export interface StampProps {
  /** "1-MAIL", "10-SMTP-OFF". */
  readonly code: string;
  /** Something stopped: stopped colours, and the label "Helpdesk code". */
  readonly stopped?: boolean | undefined;
  /** 32 high, without frame and label, for lists. */
  readonly small?: boolean | undefined;
}

export function Stamp({ code }: StampProps) {
  return <span className="stamp">{code}</span>;
}
