// A line in the help that opens something below it. What it opens is made when it is first open, so that a start pays nothing for it.
import type { LucideIcon } from 'lucide-react';
import { type ReactNode, Suspense, useId, useState } from 'react';
import { KindButton } from '../ui/buttons.tsx';

export interface HelpFoldProps {
  readonly icon: LucideIcon;
  readonly words: string;
  /** There is something in it that waits for the person. */
  readonly startsOpen?: boolean;
  readonly children: ReactNode;
}

export function HelpFold({ icon: Icon, words, startsOpen = false, children }: HelpFoldProps) {
  const [isOpen, setOpen] = useState(startsOpen);
  const id = useId();
  return (
    <div className="help-block">
      <KindButton
        kind="secondary"
        size="small"
        icon={<Icon size={18} strokeWidth={1.75} aria-hidden="true" />}
        expanded={isOpen}
        controls={id}
        onPress={() => setOpen(!isOpen)}
      >
        {words}
      </KindButton>
      <div id={id} hidden={!isOpen} className="help-explain">
        {isOpen ? <Suspense fallback={null}>{children}</Suspense> : null}
      </div>
    </div>
  );
}
