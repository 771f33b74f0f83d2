import { createRoot } from 'react-dom/client';
import '../ui/tokens.css';
import '../ui/still.css';
import './console.css';
import './frame/action-bar.css';
import './frame/field.css';
import './frame/shell.css';
import './markdown.css';
import { Console } from './console.tsx';

createRoot(document.getElementById('console')!).render(<Console />);
