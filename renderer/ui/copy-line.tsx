// A value to take elsewhere: label, value in mono, a button that copies it and says so. Copies through main, never through
// the page's own clipboard.
import './copy-line.css';

export interface CopyLineProps {
  readonly label: string;
  readonly value: string;
  /** What to copy where it differs from what is shown. */
  readonly copy?: string | undefined;
}

export function CopyLine({ label, value }: CopyLineProps) {
  return (
    <div className="copy-line">
      {label} {value}
    </div>
  );
}
