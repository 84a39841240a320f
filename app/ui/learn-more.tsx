import type { ReactNode } from "react";

/** Hides what only some need to decide behind a line that names it; works without scripts. */
export const LearnMore = ({ about, children }: { about: string; children: ReactNode }) => (
  <details className="learn-more">
    <summary>{about}</summary>
    <p>{children}</p>
  </details>
);
