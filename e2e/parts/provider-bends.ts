// What Microsoft and Google do otherwise than the standards, put before a provider that keeps to them.
import { type Middleware, readForm } from './provider-desk.ts';
import { googlePemPath, type ProviderFacts } from './provider-kinds.ts';
import { repeatBody } from './repeat-body.ts';

/** msal-node asks for the device grant by an older name, and reads `client_info` and `interval` from the answers. */
export function bendMicrosoft(paths: ProviderFacts['paths'], tenantId: string): Middleware {
  const clientInfo = (uid: string): string =>
    Buffer.from(JSON.stringify({ uid, utid: tenantId })).toString('base64url');
  return async (ctx, next) => {
    if (ctx.path === paths.token) {
      const form = await readForm(ctx.req);
      if (form.get('grant_type') === 'device_code') {
        form.set('grant_type', 'urn:ietf:params:oauth:grant-type:device_code');
      }
      repeatBody(ctx, form);
    }
    await next();
    if (ctx.status !== 200) return;
    if (ctx.path === paths.deviceCode) ctx.body = { ...ctx.body, interval: 1 };
    if (ctx.path === paths.token)
      ctx.body = { ...ctx.body, client_info: clientInfo(ctx['oidc'].account?.accountId ?? '') };
  };
}

/** `keys`: key id to PEM. */
export function serveGoogleKeys(keys: Readonly<Record<string, string>>): Middleware {
  return async (ctx, next) => {
    if (ctx.path !== googlePemPath) return next();
    ctx.body = keys;
  };
}
