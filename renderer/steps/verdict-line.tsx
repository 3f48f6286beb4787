// One sentence with a mark, in the colour of its meaning, without a box around it.
import type { ReactNode } from 'react';
import { Mark } from '../ui/mark.tsx';
import './verdict-line.css';

export type Verdict = 'done' | 'needs-you' | 'noted';

export function VerdictLine({ verdict, children }: { readonly verdict: Verdict; readonly children: ReactNode }) {
  return (
    <p className={`verdict verdict-${verdict}`}>
      <Mark state={verdict} size={21} />
      <span>{children}</span>
    </p>
  );
}
