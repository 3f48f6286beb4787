// Where a window was left, and where it may open again. Pure: the screens are handed in.

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowPlace extends Area {
  readonly maximised: boolean;
}

/** So much of the upper edge must be in sight that a hand can take the window and move it. */
const grip = { width: 120, height: 24 };

/**
 * The place again, no larger than the screen it is on; null when no screen shows its upper edge any more (a screen was taken away), and
 * then the system places the window. Sizes in device-independent pixels; `screens` are work areas.
 */
export function placeInSight(place: WindowPlace | null, screens: readonly Area[]): WindowPlace | null {
  if (place === null) return null;
  const screen = screens.find((area) => {
    const width = Math.min(place.x + place.width, area.x + area.width) - Math.max(place.x, area.x);
    return width >= grip.width && place.y >= area.y && place.y + grip.height <= area.y + area.height;
  });
  if (screen === undefined) return null;
  return { ...place, width: Math.min(place.width, screen.width), height: Math.min(place.height, screen.height) };
}
