// The little of jsdom that practice's tests use to read pages; its own types are no dependency of ours.

declare module 'jsdom' {
  export class JSDOM {
    constructor(html: string, options?: { url?: string; runScripts?: 'outside-only'; pretendToBeVisual?: boolean });
    readonly window: Window & { eval(code: string): unknown };
  }
}
