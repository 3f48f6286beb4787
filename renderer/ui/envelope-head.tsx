// The envelope: head of the key in the checklist, and of the icon. With `whole` the finished key, as on the account list.
export function EnvelopeHead({ whole = false }: { readonly whole?: boolean }) {
  return (
    <svg
      className="envelope-head"
      width={34}
      height={whole ? 43 : 22}
      viewBox={whole ? '0 0 34 43' : '0 0 34 22'}
      aria-hidden="true"
    >
      {whole ? (
        <path
          className="envelope-blade"
          d="M14.5 20H19.5V25H24.5A1 1 0 0 1 25.5 26V28A1 1 0 0 1 24.5 29H19.5V31.5H23A1 1 0 0 1 24 32.5V34.5A1 1 0 0 1 23 35.5H19.5V41L18 42.5H16L14.5 41Z"
        />
      ) : null}
      <rect className="envelope-paper" width="34" height="22" rx="3.9" />
      <path className="envelope-flap" d="M5 5.2L17 13.2L29 5.2" />
    </svg>
  );
}
