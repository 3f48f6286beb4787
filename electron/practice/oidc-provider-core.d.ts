// oidc-provider's core without its front door: that one prints a warning about Electron's Node when it is loaded.

declare module 'oidc-provider/lib/provider.js' {
  export { default as Provider } from 'oidc-provider';
}
