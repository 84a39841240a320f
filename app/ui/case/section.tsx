import type { ReactNode } from "react";
import { useWords } from "#app/ui/locale.tsx";

type SectionProps = { id: string; heading: string; number: number; look?: string; children: ReactNode };

/** Shows a part of the page; its number is at the left end of a line, as the × is on its line. */
export function Section({ id, heading, number, look, children }: SectionProps) {
  const { section } = useWords().case;
  return (
    <section className={look ? `part ${look}` : "part"} aria-labelledby={id}>
      <h2 id={id}>
        <span className="no">
          <span className="vh">{section} </span>
          {number}
        </span>
        {heading}
      </h2>
      {children}
    </section>
  );
}
