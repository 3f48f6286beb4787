import { expect, test } from 'vitest';
import { makeUnsavedNotice } from './unsaved-notice.ts';

function open() {
  const said: string[] = [];
  const notice = makeUnsavedNotice();
  const window = {
    notify: ({ code }: { readonly code: string }) => void said.push(code),
    dismiss: (id: string) => void said.push(`not ${id}`),
  };
  return { notice, window, said };
}

test('a disk that refuses is said once, and taken back once it takes again', () => {
  const { notice, window, said } = open();
  notice.connect(window);
  notice.written();
  expect(said).toEqual([]);
  notice.failed();
  notice.failed();
  expect(said).toEqual(['settings-not-saved']);
  notice.written();
  notice.written();
  expect(said).toEqual(['settings-not-saved', 'not settings-not-saved']);
  notice.failed();
  expect(said).toHaveLength(3);
});

test('what was refused before there was a window is said then', () => {
  const { notice, window, said } = open();
  notice.failed();
  notice.connect(window);
  expect(said).toEqual(['settings-not-saved']);
  const quiet = open();
  quiet.notice.failed();
  quiet.notice.written();
  quiet.notice.connect(quiet.window);
  expect(quiet.said).toEqual([]);
});
