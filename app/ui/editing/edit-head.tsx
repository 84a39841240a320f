import type { ReactNode } from "react";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form, NavLink } from "#app/ui/remix.ts";

/** Links the page's parts, and its preview. */
export function EditHead({ slug, isOpen }: { slug: string; isOpen: boolean }) {
  const { editing: say } = useWords();
  const base = `/organize/c/${slug}/edit`;
  const parts = [
    "page",
    "picture",
    "claims",
    "petition",
    "organization",
    "corrections",
    "translations",
    "history",
  ] as const;
  return (
    <>
      <PageHead title={say.title} text={say.text}>
        <p className="cluster loose">
          <a href={`${base}/preview`}>{say.preview}</a>
          {isOpen && <a href={`/c/${slug}`}>{say.publicPage}</a>}
        </p>
      </PageHead>
      <nav className="tabs" aria-label={say.tabs.label}>
        <NavLink to={base} end>
          {say.tabs.overview}
        </NavLink>
        {parts.map((part) => (
          <NavLink key={part} to={`${base}/${part}`}>
            {say.tabs[part]}
          </NavLink>
        ))}
      </nav>
    </>
  );
}

type EditFormProps = { children: ReactNode; id?: string; encType?: "multipart/form-data" };

/** Holds the fields of a long form. */
export const EditForm = (props: EditFormProps) => (
  <Form method="post" {...props} noValidate className="keep-form" />
);
