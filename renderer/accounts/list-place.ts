// Where the account list was left, so that one comes back to the same place. Kept by the room, not by the list.

/** `top`: how far it was scrolled, CSS pixels. */
export interface ListPlace {
  readonly id: string;
  readonly top: number;
}

/** In a small window the page scrolls as one; else the list by itself. */
function scrollers(list: Element | null): readonly Element[] {
  return [list ?? [], document.scrollingElement ?? []].flat();
}

export function placeOf(id: string): ListPlace {
  const tops = scrollers(document.querySelector('main')).map((each) => each.scrollTop);
  return { id, top: Math.max(0, ...tops) };
}

/** Scrolls back, and puts the focus on the account that was opened; false when it is gone. */
export function goBackTo({ id, top }: ListPlace): boolean {
  for (const each of scrollers(document.querySelector('main'))) each.scrollTop = top;
  const card = document.querySelector(`[data-account-id="${CSS.escape(id)}"] .card-open`);
  if (!(card instanceof HTMLElement)) return false;
  card.focus({ preventScroll: true });
  return true;
}
