import { KeptWords } from "#app/ui/kept-words.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { ManageLinkForm } from "#app/ui/manage-link-form.tsx";
import type { TypedValues } from "#app/ui/sign-form.tsx";

/** Says that no meeting to pledge for is entered. */
export function NoMeeting({ company, slug }: { company: string; slug: string }) {
  const { noMeeting } = useWords().pledge;
  const to = useLocalizedPath();
  return (
    <div className="notice">
      <h2>{noMeeting.heading}</h2>
      <p>{noMeeting.text(company)}</p>
      <p className="gap">
        <a href={to(`/c/${slug}`)}>{noMeeting.link}</a>
      </p>
    </div>
  );
}

/** Emails the link to the personal page, where people report their vote after the voting. */
export function VotingOver() {
  const { over } = useWords().pledge;
  return (
    <>
      <p className="standfirst">{over.text}</p>
      <div className="pledge-form">
        <p>{over.form}</p>
        <ManageLinkForm />
      </div>
    </>
  );
}

/** Shows what was typed into a form that cannot be taken now. */
export function Typed({ action, values }: { action: string; values: TypedValues }) {
  const { first, second } = useWords().pledge;
  const items = [
    { term: first.name, detail: values.name },
    { term: first.email, detail: values.email },
    { term: second.comment, detail: values.comment },
  ];
  return <KeptWords action={action} values={values} items={items} />;
}
