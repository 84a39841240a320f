import type { ReactNode } from "react";

type SectionProps = {
  id: string;
  heading: string;
  number?: number;
  /** What to press on a phone to read it; wide screens and paper show it at once. */
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
