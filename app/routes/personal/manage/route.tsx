import { translatorFor } from "#app/domain/campaign/meetings/meeting-in.server.ts";
import { findCampaign, findFeaturedCampaign } from "#app/domain/campaign/queries.server.ts";
import { confirmPath } from "#app/domain/entries/confirm-path.server.ts";
import { changePledgePath } from "#app/domain/entries/known-path.server.ts";
import { findAddressee } from "#app/domain/entries/letters/find-addressee.server.ts";
import { listOwnLetters } from "#app/domain/entries/letters/queries.server.ts";
import { votedPath } from "#app/domain/entries/pledges/personal-links.server.ts";
import { getsNoMail } from "#app/domain/queue/find-suppressed.server.ts";
import { requestFreshLink } from "#app/domain/supporters/request-manage-link.server.ts";
import { findOwnData } from "#app/domain/upkeep/own-data/find-own-data.server.ts";
import { listOwnPledges } from "#app/domain/upkeep/own-data/list-own-pledges.server.ts";
import { readTyped } from "#app/http/form.server.ts";
import { openManageLink } from "#app/http/manage-link.server.ts";
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "#app/http/remix.server.ts";
import { afterPost, limitRate, notFound, orNotFound } from "#app/http/respond.server.ts";
import { localizedPath, words } from "#app/i18n/index.ts";
import { useAnswerTitle } from "#app/ui/answer-title.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { ManageLinkForm } from "#app/ui/manage-link-form.tsx";
import { Page } from "#app/ui/page.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import letterStyles from "#app/ui/styles/letter.css?url";
import personal from "#app/ui/styles/personal.css?url";
import pledgeStyles from "#app/ui/styles/pledge.css?url";
import { actOnOwnData } from "./act-on-own-data.server.ts";
import { done } from "./answers.server.ts";
import { FreshLinkForm } from "./fresh-link-form.tsx";
import type { AddressedLetter, LinkedPledge } from "./own-data.ts";
import { OwnDataPage } from "./own-data-page.tsx";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, env, locale } = context;
  const { manage } = words(locale).personal;
  const { opened, fresh } = await openManageLink(context, params.token, new Date());
  const ownData = opened.outcome === "valid" ? await findOwnData(db, opened.subject, locale) : null;
  const page = { examples: env.localMode, fresh, token: params.token ?? "" };
  if (ownData) {
    const signatures = signaturesOf(context, ownData);
    const pledges = await pledgesOf(context, ownData.person);
    const letters = await lettersOf(context, ownData.person);
    const campaign = await campaignOf(context, [...signatures, ...(pledges ?? []), ...(letters ?? [])]);
    const view = { ...forPage(ownData), signatures, pledges, letters };
    return { ...page, campaign, outcome: "held" as const, ownData: view, title: manage.title };
  }
  const campaign = await findFeaturedCampaign(db, locale);
  if (opened.outcome === "expired") {
    const expired = { ...page, campaign, outcome: "expired" as const, title: manage.expiredTitle };
    return afterPost(request) ? expired : data(expired, { status: 410 });
  }
  // After an erasure, the page has nothing to show.
  if (!afterPost(request)) throw notFound();
  return { ...page, campaign, outcome: "gone" as const, title: manage.goneTitle };
}

/** The campaign of all the person's entries; null if there are several. */
async function campaignOf({ db, locale }: AppLoadContext, entries: readonly { campaign: string }[]) {
  const [slug, ...others] = new Set(entries.map(({ campaign }) => campaign));
  if (slug === undefined) return findFeaturedCampaign(db, locale);
  return others.length > 0 ? null : findCampaign(db, slug, locale);
}

/** What the page shows about a person; internal ids stay on the server. */
function forPage(ownData: NonNullable<Awaited<ReturnType<typeof findOwnData>>>) {
  const { id: _id, emailCanonical: _canonical, ...person } = ownData.person;
  return { ...ownData, person };
}

/** The person's signatures, each with the address they share. */
const signaturesOf = (
  { env, locale }: AppLoadContext,
  { signatures }: NonNullable<Awaited<ReturnType<typeof findOwnData>>>,
) =>
  signatures.map((signature) => ({
    ...signature,
    address: env.appUrl + localizedPath(locale, `/c/${signature.campaign}`),
  }));

/** The person's pledges, each with its personal links. Null if unreadable; the rest is still shown. */
async function pledgesOf(
  { db, env, locale, log }: AppLoadContext,
  { id, publicId, email }: { id: number; publicId: string; email: string },
): Promise<LinkedPledge[] | null> {
  const now = new Date();
  const to = (path: string) => localizedPath(locale, path);
  try {
    const pledges = await listOwnPledges(db, env.keys, id, now, locale);
    const canMail = !(await getsNoMail(db, env.keys, email));
    return pledges.map((pledge) => {
      const form = { campaign: pledge.campaign, supporterPublicId: publicId, meeting: pledge.meeting };
      return {
        ...pledge,
        confirmPath:
          pledge.status === "email_pending" ? to(confirmPath(env.keys, "confirm-pledge", pledge)) : null,
        changePath: pledge.canChange && canMail ? to(changePledgePath(env.keys, form, now, 24)) : null,
        votedPath: pledge.canTellOutcome ? to(votedPath(env.keys, pledge, now)) : null,
      };
    });
  } catch (error) {
    log.error({ err: error }, "a holding could not be opened for its owner");
    return null;
  }
}

/** The person's letters, each with its ledger. Null if unreadable; the rest is still shown. */
async function lettersOf(
  { db, env, log, locale }: AppLoadContext,
  { id }: { id: number },
): Promise<AddressedLetter[] | null> {
  try {
    const letters = await listOwnLetters(db, env.keys, id);
    return await Promise.all(
      letters.map(async (letter) => {
        const { say, languageOf } = await translatorFor(db, letter.campaignId, locale);
        const { title } = letter;
        const addressee = await findAddressee(db, letter.campaignId, letter);
        const waits = letter.state === "email_pending";
        return {
          ...letter,
          title: say(title),
          titleLanguage: languageOf(title),
          addressee,
          confirmPath: waits ? localizedPath(locale, confirmPath(env.keys, "confirm-letter", letter)) : null,
        };
      }),
    );
  } catch (error) {
    log.error({ err: error }, "a letter could not be read for its writer");
    return null;
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  await limitRate(context, "token");
  const { opened, fresh } = await openManageLink(context, params.token, new Date());
  if (opened.outcome !== "invalid" && (await asksForFreshLink(request))) {
    const answer = await mailFreshLink(context, opened.subject);
    if (answer) return answer;
  }
  const ownData = orNotFound(
    opened.outcome === "valid" ? await findOwnData(context.db, opened.subject) : null,
  );
  return actOnOwnData(request, context, ownData, { token: params.token ?? "", fresh });
}

export const links: LinksFunction = () =>
  [personal, pledgeStyles, letterStyles].map((href) => ({ rel: "stylesheet", href }));

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.title} · Undersigned` },
];

export default function Manage() {
  const page = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  const { manage } = useWords().personal;
  const { errors: errorWords } = useWords();
  const done = acted?.done ?? null;
  const result = done === null ? undefined : (manage.saved as Record<string, string>)[done];
  const erased = done === "erase";
  const errors = (acted?.errors ?? []).map(({ field, code }) => ({
    field,
    message: code === "erase-unticked" ? manage.eraseCheckMissing : (errorWords.form[code] ?? code),
  }));

  useAnswerTitle(erased ? { says: manage.erasedTitle } : {});

  return (
    <Page
      campaign={page.campaign}
      examples={page.examples}
      cameBack={page.outcome === "held" && acted?.values.name !== undefined ? "corrected" : null}
    >
      <ErrorSummary heading={manage.errorHeading} errors={errors} />
      {erased ? (
        <>
          <h1>{manage.erasedTitle}</h1>
          <p className="standfirst" role="status">
            {manage.erasedText}
          </p>
        </>
      ) : page.outcome === "held" ? (
        <OwnDataPage
          ownData={page.ownData}
          action={`/manage/${page.token}`}
          fresh={page.fresh}
          done={done}
          errors={errors}
          values={acted?.values ?? {}}
        />
      ) : (
        <>
          <h1>{page.title}</h1>
          {page.outcome === "expired" ? (
            <FreshLinkForm why={manage.expiredText} result={result} />
          ) : (
            <>
              <p className="standfirst">{manage.goneText}</p>
              <ManageLinkForm />
            </>
          )}
        </>
      )}
      {page.outcome === "held" && page.ownData.letters?.length ? <script src="/letter.js" defer /> : null}
    </Page>
  );
}

/** Tells if the form asks to email a new link. */
const asksForFreshLink = async (request: Request): Promise<boolean> =>
  (await readTyped(request)).intent === "fresh-link";

/** Emails a new link to the person whose link it is; it may have expired. */
async function mailFreshLink({ db, env, wakeMail }: AppLoadContext, publicId: string) {
  const { outcome } = await requestFreshLink(db, env.keys, { publicId });
  if (outcome === "mailed") wakeMail();
  return outcome === "gone" ? null : done(`link-${outcome}`);
}
