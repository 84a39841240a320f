import type { ReactNode } from "react";
import { Blank } from "./blank.tsx";

type Why = "found" | "tooShort";

type FoundRowsProps = {
  say: {
    found: (rows: number, more: boolean) => string;
    back: string;
    empty: Record<Why, { title: string; text: string }>;
  };
  found: { outcome: "found"; more: boolean } | { outcome: "too-short" };
  rows: readonly unknown[];
  /** The address of the whole list. */
  back: string;
  /** The table of results. */
  children: ReactNode;
};

/** Shows how many were found and their rows; or that nobody was found or too little was typed. */
export function FoundRows({ say, found, rows, back, children }: FoundRowsProps) {
  const whole = <a href={back}>{say.back}</a>;
  if (found.outcome === "too-short" || rows.length === 0) {
    return (
      <Blank {...say.empty[found.outcome === "found" ? "found" : "tooShort"]} isAnswer>
        {whole}
      </Blank>
    );
  }
  return (
    <>
      <p className="sentence" role="status">
        <span>{say.found(rows.length, found.more)}</span>
        {whole}
      </p>
      {children}
    </>
  );
}
