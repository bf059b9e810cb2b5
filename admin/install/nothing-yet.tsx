import { Disclosure } from '../components/disclosure.tsx';
import { messages } from '../language/current.ts';

/** The usual causes of silence, by what one can see, each with its cure. */
export function NothingYet() {
  const t = messages.value.install;
  return (
    <div class="stack" role="status">
      <p>
        <strong>{t.nothingYet}</strong>
      </p>
      <div>
        {t.symptoms.map(({ symptom, cure }) => (
          <Disclosure key={symptom} summary={symptom}>
            <p class="soft">{cure}</p>
          </Disclosure>
        ))}
      </div>
    </div>
  );
}
