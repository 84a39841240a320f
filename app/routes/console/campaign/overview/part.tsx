import type { ReactNode } from "react";

type PartProps = { id: string; title: string; sub?: string | undefined; children: ReactNode };

/** Answers one question of the overview, in its heading. */
export function Part({ id, title, sub, children }: PartProps) {
  return (
    <section className="block" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {sub && <p className="small muted">{sub}</p>}
      {children}
    </section>
  );
}

/** Scrolls sideways on narrow screens, by keyboard too. `of`: the id of its heading. */
export const Scroll = ({ of, children }: { of: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
  // biome-ignore lint/a11y/useSemanticElements: neither a set of fields nor a second region
  <div className="scroll" role="group" aria-labelledby={of} tabIndex={0}>
    {children}
  </div>
);

/** Draws a bar under a row, in proportion to the longest; none for zero. */
export const Bar = ({ part }: { part: number }) =>
  part > 0 && (
    <svg className="share-bar" aria-hidden="true">
      <rect width={`${Math.min(100, Math.round(part * 1000) / 10)}%`} height="2" />
    </svg>
  );
