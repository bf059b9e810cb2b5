import { Choice } from '../components/choice.tsx';
import { firstMessages } from '../language/current.ts';
import { chooseTheme, theme, themes } from '../theme/theme.ts';

export function ThemeSwitch() {
  const t = firstMessages.value.shell;
  return (
    <Choice
      label={t.theme}
      options={themes.map((value) => ({ value, label: t.themes[value] }))}
      value={theme.value}
      onChoose={chooseTheme}
    />
  );
}
