import './brand.css';

export function Brand() {
  return (
    <span class="brand">
      <svg viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="8" />
        <path d="M7 13h18l-2-5H9zm1 2h16v10H8z" />
      </svg>
      Vitrina
    </span>
  );
}
