import type { ReactNode } from "react";

type SectionProps = { id: string; heading: string; number?: number; children: ReactNode };

/** One part of the argument between hairlines; its number hangs in the margin. */
export function Section({ id, heading, number, children }: SectionProps) {
  return (
    <section className="sec" aria-labelledby={id}>
      <h2 id={id}>
        {number && <span className="no">{number}</span>}
        {heading}
      </h2>
      {children}
    </section>
  );
}
