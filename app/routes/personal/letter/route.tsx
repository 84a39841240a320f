import type { Campaign } from "#app/domain/campaign/campaign.ts";
import { openFormPath } from "#app/domain/entries/known-path.server.ts";
import { openKnownLink } from "#app/http/open-known-link.server.ts";
import { readLetterPage } from "#app/http/read-letter-page.server.ts";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { afterPost, notFound, seeOther } from "#app/http/respond.server.ts";
import { words } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { LetterPage } from "#app/ui/letter/letter-page.tsx";
import { Typed } from "#app/ui/letter/notices.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import type { TypedValues } from "#app/ui/sign-form.tsx";
import styles from "#app/ui/styles/letter.css?url";
import pledges from "#app/ui/styles/pledge.css?url";
import { takeProvenLetter } from "./take-proven-letter.server.ts";

export const action = takeProvenLetter;

/** Opens the letter form for a link's owner, who types no name and needs no email to confirm. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const link = await openKnownLink(context, "letter", params, new Date());
  const { campaign } = link;
  const page = {
    campaign,
    examples: context.env.localMode,
    action: `/c/${campaign.slug}/letter/${params.token}`,
    title: words(context.locale).letter.title,
  };
  if (link.outcome !== "open") {
    // A returned form keeps what was typed.
    if (!afterPost(request)) {
      if (link.outcome === "expired") throw seeOther(context, openFormPath("letter", campaign.slug));
      throw notFound();
    }
    return { ...page, writer: null };
  }
  const { name, email } = link.person;
  const about = await readLetterPage(context, campaign, afterPost(request));
  return { ...page, writer: { ...about, signing: link.signing, known: { name, email } } };
}

export const links: LinksFunction = () => [pledges, styles].map((href) => ({ rel: "stylesheet", href }));

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.title} · Undersigned` },
];

export default function WriteAsKnown() {
  const { writer, ...page } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const notTaken = answered?.notTaken ?? null;
  if (writer && notTaken === null) return <LetterPage {...page} {...writer} answered={answered} />;
  return <NotTaken {...page} why={notTaken ?? "gone"} values={answered?.values ?? {}} />;
}

type NotTakenProps = {
  campaign: Campaign;
  examples: boolean;
  /** The form's address, without language. */
  action: string;
  why: "expired" | "gone" | "already-written";
  values: TypedValues;
};

/** Says why a letter was not stored, with its words: to use in the public form, or to copy. */
function NotTaken({ campaign, examples, action, why, values }: NotTakenProps) {
  const { known } = useWords().letter;
  const to = useLocalizedPath();
  const { title, text } = known.notTaken[why];
  return (
    <Page campaign={campaign} examples={examples} layout="plain" cameBack="as-typed">
      <div className="letter">
        <h1>{title}</h1>
        <p className="standfirst">{text}</p>
        {why === "already-written" ? (
          <p className="gap">
            <a href={to("/manage")}>{known.ownPage}</a>
          </p>
        ) : (
          <form method="post" action={to(`/c/${campaign.slug}/letter`)} className="gap">
            <HiddenFields values={values} />
            <Button variant="act" name="step" value="back">
              {known.goOn}
            </Button>
          </form>
        )}
        <Typed action={action} values={values} />
      </div>
    </Page>
  );
}
