import type { ReactNode } from "react";

/** Shows pairs of a label and its value between two rules, such as the sender of an email. */
export function DefinitionList({ items }: { items: readonly { term: string; detail: ReactNode }[] }) {
  return (
    <dl className="pairs">
      {items.map(({ term, detail }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
