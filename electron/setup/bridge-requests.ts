// What each request about the bridge does. One handler a message; what happens at the doors is not decided here.
import { type Answer, accepted } from '../../shared/ipc-contract.ts';
import type { Handlers, Postkey } from './postkey.ts';

type BridgeRequest = Extract<keyof Handlers, `bridge.${string}`>;

export function bridgeHandlers(postkey: Pick<Postkey, 'bridge' | 'parts'>): Pick<Handlers, BridgeRequest> {
  const { bridge, parts } = postkey;
  return {
    'bridge.switch': ({ id, on }) => bridge.switchTo(id, on),
    'bridge.addProgram': ({ id, program }) => bridge.addProgram(id, program),
    'bridge.revoke': ({ id, programId }) => bridge.revoke(id, programId),
    'bridge.putAway': () => {
      bridge.putAway();
      return accepted;
    },
    'bridge.port': ({ id, service, security, port }) => bridge.setPort(id, service, security, port),
    'bridge.encrypt': ({ id, on }) => bridge.encrypt(id, on),
    'bridge.saveCertificate': async (): Promise<Answer> => {
      const pem = await bridge.certificate();
      if (pem === null) return { accepted: false, refusal: 'bridge-no-certificate' };
      const saved = await parts.files.saveText('Postkey bridge.crt', pem);
      if (saved === 'not-chosen') return { accepted: false, refusal: 'file-not-chosen' };
      return saved === 'saved' ? accepted : { accepted: false, refusal: 'file-not-saved' };
    },
  };
}
