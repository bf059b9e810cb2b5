import { Choice } from '../components/choice.tsx';
import { chooseLanguage, firstMessages, language } from '../language/current.ts';
import { isLanguage, languages } from '../language/languages.ts';

/** Each language by its own name, for those who cannot read the present one. */
export function LanguageSwitch() {
  const options = Object.keys(languages)
    .filter(isLanguage)
    .map((code) => ({ value: code, label: languages[code], lang: code }));
  return (
    <Choice
      label={firstMessages.value.shell.language}
      options={options}
      value={language.value}
      onChoose={(next) => void chooseLanguage(next)}
    />
  );
}
