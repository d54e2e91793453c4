import './app.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Application } from './Application';

createRoot(document.getElementById('app') as HTMLElement).render(
  <StrictMode>
    <Application />
  </StrictMode>,
);
