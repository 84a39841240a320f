import type { ReactNode } from "react";

/** Shows labels with their values between two rules, such as an email's sender. */
type DefinitionListProps = { items: readonly { term: string; detail: ReactNode }[]; className?: string };

export function DefinitionList({ items, className = "pairs" }: DefinitionListProps) {
  return (
    <dl className={className}>
      {items.map(({ term, detail }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
