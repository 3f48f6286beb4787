// Starts the picture: waits for the first snapshot and its words, then draws. Nothing is drawn before both are there.
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { connectToMain } from './setup/postkey-state.ts';
import { changeWords, startWords } from './setup/words.ts';
import './styles/base.css';
import './styles/colours.css';
import './styles/fonts.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

// The system's language is nearly always the one main will name: its words load while main answers.
const [{ language, direction }] = await Promise.all([connectToMain(), startWords(navigator.language)]);
document.documentElement.lang = language;
document.documentElement.dir = direction;
await changeWords(language);
createRoot(root).render(<App />);
