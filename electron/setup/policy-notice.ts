// Says in the window that what is laid down here cannot be read; what exactly stands in the state beside it.
import type { Postkey } from './postkey.ts';

export function notifyOfPolicy(postkey: Postkey): void {
  const { troubles } = postkey.parts.world.policy();
  const [first] = troubles;
  if (first === undefined) return;
  const values = { place: first.place, field: first.field, more: troubles.length - 1 };
  postkey.notify({ id: 'policy', code: 'policy-broken', values });
}
