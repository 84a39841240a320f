import type { ReactNode } from "react";

type PageHeadProps = {
  title: string;
  text: ReactNode;
  /** Actions for the whole page. */
  children?: ReactNode;
};

export function PageHead({ title, text, children }: PageHeadProps) {
  return (
    <div className="page-head">
      <div>
        <h1>{title}</h1>
        <p>{text}</p>
      </div>
      {children}
    </div>
  );
}
