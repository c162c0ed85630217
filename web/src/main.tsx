import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { startLanguage } from './i18n/index.ts';
import './styles/base.css';
import './styles/layout.css';
import './styles/panel.css';
import './styles/print.css';
import './styles/direction.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id root');
await startLanguage();
createRoot(root).render(<App />);
