import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import '../ui/tokens.css';
import '../ui/still.css';
import './marks.css';
import './base.css';
import './bar.css';
import './columns.css';
import './dialogs.css';
import './keys/keys.css';

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
