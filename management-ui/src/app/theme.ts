import { createTheme, localStorageColorSchemeManager } from '@mantine/core';

/** The choice is read by public/theme.js, too, before anything is drawn. */
export const colorSchemeManager = localStorageColorSchemeManager({ key: 'color-scheme' });

export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: 9,
  autoContrast: true,
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace',
  headings: { fontWeight: '650' },
});
