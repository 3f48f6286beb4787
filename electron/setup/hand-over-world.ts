// What Postkey needs of the room that knows mail programs: electron/mail-apps makes the sheets, a desk beside main joins it. Knows no
// program.
import type { HandOverSheet, HandOverWay } from '../../shared/hand-over.ts';
import type { MailProgram } from '../../shared/mail-program.ts';
import type { MailProvider, MailServer, Service } from '../../shared/mail-provider.ts';
import type { KeptBridge } from './kept-bridge.ts';

export interface HandOverLogin {
  readonly service: Service;
  readonly server: MailServer;
  readonly loginName: string;
  /** What Postkey logs in with there. */
  readonly by: 'token' | 'password';
}

/** All that a sheet is made of; no secret. */
export interface HandOverAbout {
  readonly accountId: string;
  readonly address: string;
  /** Who signs in to a shared mailbox. */
  readonly signsInAs?: string;
  readonly provider: MailProvider;
  /** In the order IMAP, POP, SMTP; what the set-up was finished without is not among them. */
  readonly logins: readonly HandOverLogin[];
  readonly practice: boolean;
  /** Null: it was never switched on. */
  readonly bridge: KeptBridge | null;
  /** The organisation's certificate authorities, PEM. */
  readonly ca: string | null;
  /** What the organisation has switched off on this computer. */
  readonly off: readonly ('bridge' | 'command')[];
}

/** `way` null, or one that is not open: the best one. */
export type MakeSheet = (about: HandOverAbout, program: MailProgram, way: HandOverWay | null) => HandOverSheet;

/** Loads what it needs when the first sheet is opened. */
export interface HandOverDesk {
  load(): Promise<MakeSheet>;
  /** Where the person says; the dialog asks before a file is written over. */
  /** Over no file that is there. */
  save(name: string, text: string): Promise<'saved' | 'not-chosen' | 'not-saved' | 'there-already'>;
}
