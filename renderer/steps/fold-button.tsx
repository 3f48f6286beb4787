// A small button that opens and closes a part of the page standing elsewhere. The parent keeps whether it is open.
import { ChevronDown, ChevronUp } from 'lucide-react';
import { QuietButton } from '../ui/buttons.tsx';

export interface FoldButtonProps {
  readonly words: string;
  readonly isOpen: boolean;
  /** The id of the part. */
  readonly controls: string;
  readonly onToggle: () => void;
}

export function FoldButton({ words, isOpen, controls, onToggle }: FoldButtonProps) {
  const Chevron = isOpen ? ChevronUp : ChevronDown;
  return (
    <QuietButton
      size="small"
      iconAfter={<Chevron size={16} strokeWidth={1.75} aria-hidden="true" />}
      onPress={onToggle}
      expanded={isOpen}
      controls={controls}
    >
      {words}
    </QuietButton>
  );
}
