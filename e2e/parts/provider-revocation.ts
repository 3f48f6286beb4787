// Where a permission is taken back at a test provider, put before one that keeps to RFC 7009: Google's own way, and a place that is
// out of order.
import type Provider from 'oidc-provider';
import { type Middleware, readForm } from './provider-desk.ts';
import { type ProviderKind, revocationPath } from './provider-kinds.ts';

export interface RevocationRule {
  /** Nobody can take anything back for now. */
  revocationFails: boolean;
}

/** `revoked` is told of each question that was answered well. */
export function receiveRevocations(
  kind: ProviderKind,
  provider: () => Provider,
  stage: RevocationRule,
  revoked: () => void,
): Middleware {
  return async (ctx, next) => {
    if (ctx.path !== revocationPath) return next();
    if (stage.revocationFails) {
      ctx.status = 503;
      ctx.body = { error: 'temporarily_unavailable' };
      return;
    }
    if (kind === 'google') {
      // Asks for no client, and ends all that this person gave to the app.
      const token = (await readForm(ctx.req)).get('token') ?? '';
      const { RefreshToken, AccessToken, Grant } = provider();
      const found = (await RefreshToken.find(token)) ?? (await AccessToken.find(token));
      const { grantId } = found ?? {};
      if (!grantId) {
        ctx.status = 400;
        ctx.body = { error: 'invalid_token' };
        return;
      }
      await Promise.all([RefreshToken.revokeByGrantId(grantId), AccessToken.revokeByGrantId(grantId)]);
      await (await Grant.find(grantId))?.destroy();
      ctx.body = {};
    } else {
      await next();
    }
    if (ctx.status === 200) revoked();
  };
}
