// What the pages of a sign-in share: their context, the desk they are answered at, and sending one.
import type { Provider } from 'oidc-provider';
import { framePage, type Page, type PageWords } from './pages/page-frame.ts';
import type { PracticeStage } from './practice-stage.ts';

/** A Koa context; oidc-provider's own part may be missing. */
export type PageContext = Parameters<Parameters<Provider['use']>[0]>[0];

/** What showing and answering one sign-in needs. */
export interface SignInDesk {
  readonly say: PageWords;
  readonly stage: PracticeStage;
  /** Asked for when a page is shown: the provider is made after its pages. */
  readonly provider: () => Provider;
}

export function showPage(ctx: PageContext, say: PageWords, page: Page): void {
  const answer = framePage(say, page);
  ctx.body = answer.html;
  ctx.set({ ...answer.headers });
}
