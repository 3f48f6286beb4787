// A notice on the person's desktop. Where the system has none, nothing happens and nothing breaks. Must not decide whether to show one.
import { Notification } from 'electron';
import { inNotices, type MainWords, startMainWords } from './main-words.ts';

export interface NoticeParts {
  /** BCP 47. */
  readonly language: string;
  /** The words are loaded with the first notice. */
  readonly inWords: (words: { readonly find: MainWords['find']; readonly language: string }) => {
    readonly title: string;
    readonly body: string;
  };
  /** Called at most once. */
  readonly clicked: () => void;
  readonly failed: (error: unknown) => void;
}

/** Kept here: a notice that is collected as garbage no longer hears its click. */
const open = new Set<Notification>();

/** The answer takes it back, also before it is shown and after the person has put it away. */
export function showNotice({ language, inWords, clicked, failed }: NoticeParts): { close(): void } {
  let isClosed = false;
  let notice: Notification | null = null;
  const gone = (): void => {
    if (notice) open.delete(notice);
  };
  const show = async (): Promise<void> => {
    const words = await startMainWords(language, inNotices);
    if (isClosed || !Notification.isSupported()) return;
    notice = new Notification({ ...inWords({ find: words.find, language: words.language() }), silent: true });
    open.add(notice);
    notice.once('click', () => {
      gone();
      clicked();
    });
    notice.once('close', gone);
    notice.once('failed', gone);
    notice.show();
  };
  show().catch(failed);
  return {
    close: () => {
      isClosed = true;
      gone();
      notice?.close();
    },
  };
}
