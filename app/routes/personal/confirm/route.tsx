import { anyCompany } from "#app/domain/campaign/company/campaign-companies.ts";
import type { EntryPart } from "#app/domain/entries/entry-part.ts";
import type { Addressee, LetterRole } from "#app/domain/entries/letters/letter.ts";
import type { SignatureDisplay } from "#app/domain/entries/signatures/signature.ts";
import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "#app/http/remix.server.ts";
import { afterPost, notFound } from "#app/http/respond.server.ts";
import { takeConfirmation } from "#app/http/take-confirmation.server.ts";
import { answerForm } from "#app/http/taken-form.server.ts";
import { formatDate, type Locale } from "#app/i18n/index.ts";
import { openToken, type TokenPurpose } from "#app/lib/token.server.ts";
import { useAnswerTitle } from "#app/ui/answer-title.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { LetterSheet } from "#app/ui/letter/letter-sheet.tsx";
import { useLocale, useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";
import { Disclosures } from "#app/ui/pledge/disclosures.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import letters from "#app/ui/styles/letter.css?url";
import personal from "#app/ui/styles/personal.css?url";
import pledges from "#app/ui/styles/pledge.css?url";
import { ChangedNotice } from "./changed-notice.tsx";
import { ConfirmForm } from "./confirm-form.tsx";
import { ConfirmAction, ConfirmPledge, NoPledgeToConfirm } from "./confirm-parts.tsx";
import { useEmailsRow } from "./emails-row.tsx";
import { loadLetter, loadPledge, loadSignature } from "./entries.server.ts";
import { NoButton } from "./no-button.tsx";

/** Shows what will be confirmed. Mail scanners follow links, so opening one changes nothing. */
export async function loader(args: LoaderFunctionArgs) {
  const page = await load(args);
  const isDead = page.outcome === "gone" || page.outcome === "expired";
  // "Never write to me" deletes what the page after it shows.
  if (isDead && !afterPost(args.request)) throw notFound();
  return page;
}

async function load({ request, params, context }: LoaderFunctionArgs) {
  const now = new Date();
  const { keys } = context.env;
  const isValid = (purpose: TokenPurpose) =>
    openToken(keys, purpose, params.token ?? "", now).outcome === "valid";
  if (!purposes.some(isValid) && !afterPost(request)) throw notFound();
  const token = params.token ?? "";
  const ofPledge = openToken(keys, "confirm-pledge", token, now);
  if (ofPledge.outcome !== "invalid") return loadPledge(context, ofPledge, now);
  const ofLetter = openToken(keys, "confirm-letter", token, now);
  if (ofLetter.outcome !== "invalid") return loadLetter(context, ofLetter);
  return loadSignature(context, openToken(keys, "confirm", token, now));
}

const purposes = ["confirm", "confirm-pledge", "confirm-letter"] as const;

export const action = (args: ActionFunctionArgs) => answerForm(args, takeConfirmation);

export const links: LinksFunction = () =>
  [personal, pledges, letters].map((href) => ({ rel: "stylesheet", href }));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Undersigned` }];

export default function Confirm() {
  const page = useLoaderData<typeof loader>();
  const locale = useLocale();
  const acted = useActionData<typeof action>();
  return (
    <Page campaign={page.campaign} examples={page.examples}>
      {acted?.outcome === "suppressed" ? (
        <NeverWritten
          about={page.about}
          did={acted.did}
          company={page.campaign && anyCompany(page.campaign, locale)}
          fund={page.about === "pledge" && page.fund}
        />
      ) : (
        <Content page={page} changed={acted?.outcome === "changed" ? acted.parts : null} />
      )}
    </Page>
  );
}

type ContentProps = {
  page: ReturnType<typeof useLoaderData<typeof loader>>;
  /** What differs from the displayed page, if that prevented confirming. */
  changed: readonly EntryPart[] | null;
};

function Content({ page, changed }: ContentProps) {
  const slug = page.campaign?.slug ?? null;
  if (page.about === "signature") {
    if (page.outcome !== "pending") return <NothingToConfirm outcome={page.outcome} slug={slug} />;
    return <ConfirmAction {...page} changed={changed} />;
  }
  if (page.about === "letter") {
    if (page.outcome !== "pending") return <NoLetterToConfirm outcome={page.outcome} slug={slug} />;
    return <ConfirmLetter {...page} changed={changed} />;
  }
  if (page.outcome === "pending") return <ConfirmPledge {...page} changed={changed} />;
  return <NoPledgeToConfirm {...page} />;
}

type ConfirmLetterProps = {
  letter: {
    text: string;
    role: LetterRole | null;
    display: SignatureDisplay;
    replyTo: boolean;
    updates: boolean;
    writtenAt: Date;
    email: string;
    /** The language of our emails. */
    emailLocale: Locale;
  };
  addressee: Addressee;
  digest: string;
  changed: readonly EntryPart[] | null;
};

/** Shows the exact text, its readers, its consents, and one button. */
function ConfirmLetter({ letter, addressee, digest, changed }: ConfirmLetterProps) {
  const { confirm, preview, held } = useWords().letter;
  const locale = useLocale();
  const { company, office } = addressee;
  const { text, role, display, replyTo, updates, writtenAt } = letter;
  const emails = useEmailsRow(letter.email, letter.emailLocale);
  return (
    <>
      <p className="eyebrow">{confirm.eyebrow(company)}</p>
      <h1>{confirm.title}</h1>
      <p className="standfirst">{confirm.writtenOn(formatDate(locale, writtenAt))}</p>
      {changed && <ChangedNotice parts={changed} />}
      <LetterSheet text={text} addressee={addressee} />
      <div className="entry-facts">
        <DefinitionList
          items={[
            { term: confirm.to, detail: `${office ?? preview.unnamed}, ${company}` },
            ...(role ? [{ term: held.role, detail: held.roles[role] }] : []),
            { term: confirm.shownTo, detail: confirm.displays[display] },
            {
              term: confirm.answer,
              detail: replyTo ? confirm.answerYes(company) : confirm.answerNo(company),
            },
            ...(updates ? [{ term: confirm.updates, detail: confirm.updatesYes }] : []),
            emails,
          ]}
        />
      </div>
      <p className="notice">{confirm.warning(company)}</p>
      <ConfirmForm say={confirm} digest={digest}>
        {confirm.what} {confirm.nameNote}
      </ConfirmForm>
    </>
  );
}

type NoLetterProps = {
  outcome: "confirmed" | "withdrawn" | "refused" | "expired" | "gone";
  slug: string | null;
};

/** Says why there is no button, and what to do. */
function NoLetterToConfirm({ outcome, slug }: NoLetterProps) {
  const { confirm } = useWords().letter;
  const to = useLocalizedPath();
  const says = {
    confirmed: [confirm.doneTitle, confirm.doneText],
    withdrawn: [confirm.withdrawnTitle, confirm.withdrawnText],
    refused: [confirm.refusedTitle, confirm.refusedText],
    expired: [confirm.expiredTitle, confirm.expiredText],
    gone: [confirm.goneTitle, confirm.goneText],
  } as const;
  return (
    <NoButton says={says[outcome]}>
      {outcome === "confirmed" || outcome === "refused" ? (
        <a href={to("/manage")}>{confirm.toManage}</a>
      ) : (
        <ButtonLink href={to(slug ? `/c/${slug}/letter` : "/")}>{confirm.toForm}</ButtonLink>
      )}
    </NoButton>
  );
}

type NothingToConfirmProps = { outcome: "confirmed" | "withdrawn" | "expired" | "gone"; slug: string | null };

/** Says why there is no button, and what to do. */
function NothingToConfirm({ outcome, slug }: NothingToConfirmProps) {
  const { confirm } = useWords().personal;
  const to = useLocalizedPath();
  const says = {
    confirmed: [confirm.doneTitle, confirm.doneText],
    withdrawn: [confirm.withdrawnTitle, confirm.withdrawnText],
    expired: [confirm.expiredTitle, confirm.expiredText],
    gone: [confirm.goneTitle, confirm.goneText],
  } as const;
  return (
    <NoButton says={says[outcome]}>
      <ButtonLink href={to(slug ? `/c/${slug}` : "/")}>{confirm.toForm}</ButtonLink>
    </NoButton>
  );
}

type NeverWrittenProps = {
  about: "signature" | "pledge" | "letter";
  did: "deleted" | "deleted-form" | "withdrawn" | "handed-over";
  company: string | null;
  fund: boolean;
};

/** Says what "never write to me again" did, and what remains. */
function NeverWritten({ about, did, company, fund }: NeverWrittenProps) {
  const { personal, pledgeSummary, letter } = useWords();
  const { confirm } = personal;
  const withdrawn = { signature: confirm, pledge: pledgeSummary.confirm, letter: letter.confirm }[about];
  const text = {
    deleted: confirm.neverText,
    "deleted-form": confirm.neverForm,
    withdrawn: withdrawn.neverWithdrawn,
    "handed-over": letter.confirm.neverHandedOver,
  }[did];
  useAnswerTitle({ says: confirm.neverTitle });
  return (
    <>
      <h1>{confirm.neverTitle}</h1>
      <p className="standfirst">{text}</p>
      {about === "pledge" && company && <Disclosures company={company} fund={fund} />}
    </>
  );
}
