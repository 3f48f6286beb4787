// Facts that were checked, one a line: the mark says how it stands, the words say what it is. Draws; decides nothing.
import type { ReactNode } from 'react';
import type { MarkState } from '../ui/mark.tsx';
import { Mark } from '../ui/mark.tsx';
import './fact-list.css';

export interface Fact {
  readonly id: string;
  readonly mark: MarkState;
  readonly title: ReactNode;
  readonly text?: ReactNode;
}

export function FactList({ label, facts }: { readonly label: string; readonly facts: readonly Fact[] }) {
  return (
    <ul className="fact-list" aria-label={label}>
      {facts.map((fact) => (
        <li key={fact.id}>
          <Mark state={fact.mark} size={21} />
          <div>
            <p className="fact-title">{fact.title}</p>
            {fact.text === undefined ? null : <p className="fact-text">{fact.text}</p>}
          </div>
        </li>
      ))}
    </ul>
  );
}
