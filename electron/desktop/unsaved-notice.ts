// Says in the window that the disk refuses the settings, once, and takes it back when they are written again.
import type { NoticeView } from '../../shared/postkey-state.ts';

interface NoticeWindow {
  notify(notice: NoticeView): void;
  dismiss(id: string): void;
}

export interface UnsavedNotice {
  failed(): void;
  written(): void;
  /** There is a window from now on; what was to be said before is said now. */
  connect(window: NoticeWindow): void;
}

const id = 'settings-not-saved';

export function makeUnsavedNotice(): UnsavedNotice {
  let isUnsaved = false;
  let window: NoticeWindow | null = null;
  const say = (): void => window?.notify({ id, code: id, values: {} });
  return {
    failed() {
      if (isUnsaved) return;
      isUnsaved = true;
      say();
    },
    written() {
      if (!isUnsaved) return;
      isUnsaved = false;
      window?.dismiss(id);
    },
    connect(given) {
      window = given;
      if (isUnsaved) say();
    },
  };
}
