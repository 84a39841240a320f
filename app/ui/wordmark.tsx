import { useLocalizedPath, useWords } from "./locale.tsx";

/** The × at the left end of the line one signs on. */
export function Cross() {
  return (
    <svg className="cross" viewBox="0 0 10 10" aria-hidden="true">
      <path d="M1 1l8 8M9 1 1 9" />
    </svg>
  );
}

/** The product's name on its line, as a link to the first page. */
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
