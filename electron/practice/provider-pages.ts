// Joins practice's own pages to the provider: who signs in, what is allowed, the device's code, errors. Reads forms, never
// keeps a password, and decides nothing that oidc-provider decides.
import type { KoaContextWithOIDC, Provider } from 'oidc-provider';
import { answerSignIn, showSignIn } from './answer-sign-in.ts';
import { devicePage } from './pages/device-page.ts';
import { lastPage } from './pages/last-page.ts';
import type { Page, PageWords } from './pages/page-frame.ts';
import type { PracticeStage } from './practice-stage.ts';
import { type PageSettings, places, sessionCookie } from './provider-settings.ts';
import { type PageContext, type SignInDesk, showPage } from './show-page.ts';

type Middleware = Parameters<Provider['use']>[0];

export interface ProviderPages {
  readonly settings: PageSettings;
  readonly middleware: Middleware;
}

/** oidc-provider names none, and apps then ask every five seconds (RFC 8628): too slow on one computer. */
const pollSeconds = 2;

/** `provider` is asked for when a page is shown: it is made after its pages. */
export function makeProviderPages(
  say: PageWords,
  stage: PracticeStage,
  issuer: string,
  provider: () => Provider,
): ProviderPages {
  const desk: SignInDesk = { say, stage, provider };
  return {
    settings: {
      userCodeInputSource(ctx, _form, _out, error) {
        showPage(ctx, say, pageForDevice(ctx, say, error));
      },
      // Never asked for: the page before it was confirmation enough, and its form says so.
      userCodeConfirmSource(ctx) {
        showPage(ctx, say, lastPage(say, 'stuck'));
      },
      successSource(ctx) {
        showPage(ctx, say, lastPage(say, 'deviceDone'));
      },
      renderError(ctx, out, error) {
        const machineSaid = out.error_description === undefined ? out.error : `${out.error}: ${out.error_description}`;
        showPage(
          ctx,
          say,
          error.name === 'SessionNotFound' ? lastPage(say, 'tooOld') : lastPage(say, 'stuck', machineSaid),
        );
      },
    },
    middleware: async (ctx, next) => {
      if (ctx.get('host') !== new URL(issuer).host) {
        // Somebody's name was pointed at this computer (DNS rebinding).
        ctx.status = 421;
        return;
      }
      if (ctx.path === '/favicon.ico') {
        ctx.status = 204;
        return;
      }
      if (ctx.method === 'GET' && (ctx.path === places.authorization || ctx.path === places.device)) beginAfresh(ctx);
      if (ctx.path.startsWith(places.signIn)) {
        await (ctx.method === 'POST' ? answerSignIn(ctx, desk) : showSignIn(ctx, desk));
        return;
      }
      await next();
      if (ctx.path === places.deviceCode && ctx.status === 200) ctx.body = { ...ctx.body, interval: pollSeconds };
      if (ctx.status === 404 && ctx.body === undefined && ctx.accepts('html')) {
        showPage(ctx, say, lastPage(say, 'notFound'));
        ctx.status = 404;
      }
    },
  };
}

/** Each sign-in asks for person and consent anew, whoever signed in before in this browser: a second account is as easy as the first. */
function beginAfresh(ctx: PageContext): void {
  delete ctx.req.headers.cookie;
  ctx.cookies.set(sessionCookie, null);
  const { user_code: code, ...query } = ctx.query;
  if (ctx.path === places.device) {
    // The code goes into the page's field, for the person to compare.
    if (typeof code === 'string') ctx.state['code'] = code.slice(0, 20);
    ctx.query = query;
  } else if (ctx.query['prompt'] !== 'none') {
    ctx.query = { ...ctx.query, prompt: 'login consent' };
  }
}

function pageForDevice(
  ctx: KoaContextWithOIDC,
  say: PageWords,
  error: (Error & { userCode?: string }) | undefined,
): Page {
  if (error?.name === 'AbortedError') return lastPage(say, 'deviceRefused');
  const wrong = error !== undefined && (error.userCode !== undefined || error.name === 'NoCodeError');
  if (error && !wrong) return lastPage(say, 'tooOld');
  const typed = error?.userCode ?? ctx.state['code'];
  return devicePage(say, {
    action: places.device,
    xsrf: String(ctx.oidc.session?.state?.['secret'] ?? ''),
    code: typeof typed === 'string' ? typed : '',
    wrong,
  });
}
