export function Steps({ steps }: { steps: readonly string[] }) {
  return (
    <ol class="install-steps">
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}
