import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ConfigProvider } from 'antd';
import { StrictMode } from 'react';
import { useTranslation } from 'react-i18next';
import { createQueryClient } from './api/query-client.ts';
import { antdLocale } from './i18n/index.ts';
import { createConsoleRouter } from './router.tsx';
import { theme } from './theme.ts';

const queryClient = createQueryClient();
const router = createConsoleRouter(queryClient);

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

export function App() {
  const { i18n } = useTranslation();
  const locale = antdLocale(i18n.language);
  return (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        {/* Without this antd puts a blank into buttons of two Chinese characters. */}
        <ConfigProvider
          {...(locale && { locale })}
          direction={i18n.dir()}
          theme={theme}
          button={{ autoInsertSpace: false }}
        >
          <RouterProvider router={router} />
        </ConfigProvider>
      </QueryClientProvider>
    </StrictMode>
  );
}
