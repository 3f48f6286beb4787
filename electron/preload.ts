// A window pane: puts the contract on `window.postkey`. Must require nothing but `electron` and let no other channel through.
import { contextBridge, ipcRenderer } from 'electron';
import { channels } from '../shared/ipc-channels.ts';
import type { PostkeyWindow } from '../shared/ipc-contract.ts';
import type { PostkeyState } from '../shared/postkey-state.ts';

const postkey: PostkeyWindow = {
  request: (name, input) => ipcRenderer.invoke(channels.request, name, input),
  onState: (listener) => {
    const hear = (_event: unknown, state: PostkeyState): void => listener(state);
    ipcRenderer.on(channels.state, hear);
    return () => {
      ipcRenderer.removeListener(channels.state, hear);
    };
  },
};

contextBridge.exposeInMainWorld('postkey', postkey);
