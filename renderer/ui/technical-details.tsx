// The fold at the start of the footer: label and value lines for those who ask.
import type { DetailLine } from '../../shared/setup-state.ts';
import './technical-details.css';

export interface TechnicalDetailsProps {
  readonly lines: readonly DetailLine[];
}

export function TechnicalDetails({ lines }: TechnicalDetailsProps) {
  return <div className="details">{lines.length}</div>;
}
