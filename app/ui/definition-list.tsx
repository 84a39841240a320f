import type { ReactNode } from "react";

/** Pairs of a short label and what it stands for, between two rules: who a mail is from, what a receipt says. */
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
