import './styles/tokens.css';
import './styles/base.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { chooseLanguage, preferredLanguage } from './language/current.ts';
import { loadSession } from './session/session.ts';
import { applyTheme } from './theme/theme.ts';

applyTheme();
const root = document.getElementById('app');
if (root) {
  await Promise.all([chooseLanguage(preferredLanguage()), loadSession()]);
  render(<App />, root);
}
