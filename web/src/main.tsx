import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiError } from './api/client.ts';
import { App } from './app/App.tsx';
import './app/theme.css';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // What was refused once will be refused again; only a server that is away may come back.
      retry: (failures, error) => failures < 1 && !(error instanceof ApiError && error.problem.status >= 400),
    },
  },
});

const root = document.getElementById('page');
if (!root) throw new Error('index.html holds no element with the id page');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
