import type { Signing } from "#app/domain/campaigns/campaign.ts";
import { DefinitionList } from "../definition-list.tsx";
import { useLocalizedPath, useWords } from "../locale.tsx";
import { ManageLinkForm } from "../manage-link-form.tsx";
import type { TypedValues } from "../sign-form.tsx";

/** Why no pledge is taken now: the campaign is closed, or the page does not say yet who asks. */
export function PledgesNotOpen({ signing }: { signing: Exclude<Signing, { outcome: "open" }> }) {
  const { pledge, sign } = useWords();
  const { heading, text } = signing.outcome === "closed" ? pledge.closed : pledge.notOpen;
  return (
    <div className="notice">
      <h2>{heading}</h2>
      <p>{text}</p>
      {signing.outcome === "not-open" && (
        <ul>
          {signing.missing.map((what) => (
            <li key={what}>{sign.form.notOpen.missing[what]}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** There is nothing to pledge for: no meeting is entered. */
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

/** After the last vote: the outcome is told on a page of one's own, so the link to it is mailed. */
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

/** What someone wrote into a form that cannot be taken now, for them to copy. */
export function Typed({ values }: { values: TypedValues }) {
  const { pledge } = useWords();
  const typed = [
    { term: pledge.first.name, detail: values.name },
    { term: pledge.first.email, detail: values.email },
    { term: pledge.second.comment, detail: values.comment },
  ].filter(({ detail }) => detail);
  if (typed.length === 0) return null;
  return (
    <section>
      <h2 className="kept">{pledge.typed}</h2>
      <DefinitionList items={typed} />
    </section>
  );
}
