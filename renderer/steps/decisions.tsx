// Other ways to go on, one a row: what it means, and the button that does it. For decisions only the person can take.
import type { ReactNode } from 'react';
import { SecondaryButton } from '../ui/buttons.tsx';
import './decisions.css';

export interface Decision {
  readonly id: string;
  readonly title: ReactNode;
  readonly text: ReactNode;
  readonly button: string;
  readonly onPress: () => unknown;
}

export function Decisions({ label, decisions }: { readonly label: string; readonly decisions: readonly Decision[] }) {
  return (
    <ul className="decisions" aria-label={label}>
      {decisions.map((each) => (
        <li key={each.id}>
          <div>
            <p className="decision-title">{each.title}</p>
            <p className="decision-text">{each.text}</p>
          </div>
          <SecondaryButton onPress={each.onPress}>{each.button}</SecondaryButton>
        </li>
      ))}
    </ul>
  );
}
