import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { foldTypedDigits } from './forms/typed-digits.ts';
import { startLanguage } from './i18n/index.ts';
import { startAppearance } from './styles/appearance.ts';
import './styles/palette.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/layout.css';
import './styles/panel.css';
import './styles/print.css';
import './styles/direction.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id root');
foldTypedDigits();
startAppearance();
void startLanguage();
createRoot(root).render(<App />);
