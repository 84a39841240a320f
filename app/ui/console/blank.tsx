import type { ReactNode } from "react";

type BlankProps = {
  title: string;
  text: string;
  /** The heading's level: 3 inside a section. */
  level?: 2 | 3;
  /** It answers a request, so screen readers announce it. */
  isAnswer?: boolean;
  /** What to do about it. */
  children?: ReactNode;
};

/** Says why a list is empty, what will appear in it, and how. */
export function Blank({ title, text, level = 2, isAnswer = false, children }: BlankProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="blank" role={isAnswer ? "status" : undefined}>
      <Heading>{title}</Heading>
      <p>{text}</p>
      {children && <p className="acts">{children}</p>}
    </div>
  );
}
