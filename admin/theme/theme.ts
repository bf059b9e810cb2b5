import { signal } from '@preact/signals';
import { keep, kept } from '../kept.ts';

export const themes = ['system', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

export const theme = signal<Theme>(themes.find((name) => name === kept('theme')) ?? 'system');

/** The tokens follow the root's `data-theme`. */
export function applyTheme(): void {
  document.documentElement.dataset.theme = theme.value;
}

export function chooseTheme(next: Theme): void {
  theme.value = next;
  keep('theme', next);
  applyTheme();
}
