import type { ReactNode } from "react";
import { useAnswerTitle } from "#app/ui/answer-title.tsx";

type NoButtonProps = {
  says: readonly [title: string, text: string];
  /** What to do instead. */
  children: ReactNode;
};

/** Says why nothing is to confirm. */
export function NoButton({ says: [title, text], children }: NoButtonProps) {
  useAnswerTitle({ says: title });
  return (
    <>
      <h1>{title}</h1>
      <p className="standfirst">{text}</p>
      <p className="gap">{children}</p>
    </>
  );
}
