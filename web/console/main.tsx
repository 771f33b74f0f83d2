import { createRoot } from 'react-dom/client';
import '../ui/tokens.css';
import './console.css';
import { Console } from './console.tsx';

createRoot(document.getElementById('console')!).render(<Console />);
