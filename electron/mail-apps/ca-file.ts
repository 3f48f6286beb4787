// The organisation's certificate authority as a file, for programs that look for one. Nothing in it is secret.
import type { HandOverFile, HandOverWay } from '../../shared/hand-over.ts';
import { say } from './phrases.ts';
import type { Subject } from './subject.ts';

/** One file or none; towards the bridge it has no use. */
export function caFile({ ca }: Subject, way: HandOverWay): readonly HandOverFile[] {
  if (ca === null || way === 'bridge') return [];
  const name = 'postkey-organisation-ca.pem';
  return [{ id: 'ca', name, place: `~/.config/${name}`, text: ca, lead: say('common.files.ca') }];
}
