import { useLocalizedPath, useWords } from "./locale.tsx";

/** Draws the × at the start of the signature line. */
export function Cross() {
  return (
    <svg className="cross" viewBox="0 0 10 10" aria-hidden="true">
      <path d="M1 1l8 8M9 1 1 9" />
    </svg>
  );
}

/** Links the first page by the product's name. */
export function Wordmark() {
  const { common } = useWords();
  const to = useLocalizedPath();
  return (
    <a className="brand" href={to("/")}>
      <Cross />
      {common.product}
    </a>
  );
}
