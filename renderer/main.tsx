// Starts the picture: waits for the first snapshot and its words, then draws. Nothing is drawn before both are there.
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { connectToMain } from './setup/postkey-state.ts';
import { startWords } from './setup/words.ts';
import './styles/base.css';
import './styles/colours.css';
import './styles/fonts.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

const { language, direction } = await connectToMain();
document.documentElement.lang = language;
document.documentElement.dir = direction;
await startWords(language);
createRoot(root).render(<App />);
