import './design/tokens.css';
import './design/fonts.css';
import './design/base.css';
import './design/controls.css';
import './design/frames.css';
import './design/signals.css';
import './shell/shell.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { speakVietnamese } from '#wire/field-messages.ts';
import { isNoAnswer } from './api/problem.ts';
import { findStandIn } from './api/stand-in.ts';
import { App } from './app.tsx';
import { phoneHere } from './courier/phone/phone-here.ts';

speakVietnamese();
const client = new QueryClient({
  defaultOptions: {
    queries: { retry: (count, error) => isNoAnswer(error) && count < 2 && !findStandIn(), refetchOnWindowFocus: true, networkMode: 'always' },
  },
});

const place = document.getElementById('app');
const start = (): void => {
  if (!place) return;
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
};

// a courier's phone knows who works on it before it asks the server, which may not answer
if (phoneHere()) void import('./courier/phone/phone.ts').then(({ openPhoneHere }) => openPhoneHere()).catch(() => undefined).then(start);
else start();
