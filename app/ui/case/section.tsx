import type { ReactNode } from "react";

type SectionProps = {
  id: string;
  heading: string;
  number?: number;
  /** Label that unfolds it on a phone; wide screens and print show it unfolded. */
  fold?: string | undefined;
  children: ReactNode;
};

/** Shows one part of the argument between hairlines; its number hangs in the margin. */
export function Section({ id, heading, number, fold, children }: SectionProps) {
  return (
    <section className="sec" aria-labelledby={id}>
      <h2 id={id}>
        {number && <span className="no">{number}</span>}
        {heading}
      </h2>
      {fold ? (
        <details className="fold">
          <summary>{fold}</summary>
          <div className="folded">{children}</div>
        </details>
      ) : (
        children
      )}
    </section>
  );
}
