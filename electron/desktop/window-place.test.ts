import { expect, test } from 'vitest';
import { placeInSight } from './window-place.ts';

const left = { x: 0, y: 25, width: 1280, height: 775 };
const right = { x: 1280, y: 0, width: 1920, height: 1080 };
const place = { x: 100, y: 100, width: 1080, height: 640, maximised: false };

test.each([
  ['where it was', place, place],
  ['on the second screen', { ...place, x: 1500 }, { ...place, x: 1500 }],
  ['half over the edge, its grip in sight', { ...place, x: -900 }, { ...place, x: -900 }],
  [
    'larger than the screen has become',
    { ...place, width: 4000, height: 3000 },
    { ...place, width: 1280, height: 775 },
  ],
  ['left maximised', { ...place, maximised: true }, { ...place, maximised: true }],
])('%s', (_where, kept, opens) => {
  expect(placeInSight(kept, [left, right])).toEqual(opens);
});

test.each([
  ['never opened before', null, [left]],
  ['on a screen that is gone', { ...place, x: 1500 }, [left]],
  ['above every screen', { ...place, y: -200 }, [left, right]],
  ['under the bar of the system', { ...place, y: 10 }, [left]],
  ['below every screen', { ...place, y: 790 }, [left]],
  ['all but out of sight at the side', { ...place, x: -1000 }, [left]],
  ['with no screen at all', place, []],
])('%s: the system chooses', (_where, kept, screens) => {
  expect(placeInSight(kept, screens)).toBeNull();
});
