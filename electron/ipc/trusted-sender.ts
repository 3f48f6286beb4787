// Who may speak to main: the top frame of our own window, showing our own page. Pure, so that it can be tried with every stranger.

/** What of a frame decides; Electron's `WebFrameMain` has it. */
export interface SenderFrame {
  readonly url: string;
  readonly processId: number;
  readonly routingId: number;
  readonly parent: unknown;
}

/** `frame` is the sender's, null when it is gone already; `ourFrame` is the main frame of our window. */
export function isTrustedSender(frame: SenderFrame | null, ourFrame: SenderFrame | null, ourOrigin: string): boolean {
  if (frame === null || ourFrame === null || frame.parent !== null) return false;
  if (frame.processId !== ourFrame.processId || frame.routingId !== ourFrame.routingId) return false;
  return frame.url.startsWith(`${ourOrigin}/`);
}
