// Who must act, as one of five pictures in a circle; always the same five. The name stands beside it.
import { Building2, Globe, Hourglass, Key, User } from 'lucide-react';
import type { Actor } from '../../shared/problem.ts';
import './actor-picture.css';

/** For places too small for the circle. */
export const actorPictures = {
  you: User,
  it: Building2,
  provider: Globe,
  app: Key,
  wait: Hourglass,
} as const satisfies Record<Actor, unknown>;

export function ActorPicture({ actor }: { readonly actor: Actor }) {
  const Picture = actorPictures[actor];
  return (
    <span className="actor-picture" aria-hidden="true">
      <Picture size={22} strokeWidth={1.75} />
    </span>
  );
}
