// Sets the colours before the first paint: the choice that src/app/theme.ts remembers, or what the system says.
(() => {
  let choice = 'auto';
  try {
    choice = localStorage.getItem('color-scheme') ?? 'auto';
  } catch {
    // Storage is switched off: the system decides.
  }
  const isDark = choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', isDark ? 'dark' : 'light');
})();
