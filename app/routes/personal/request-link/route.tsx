import { AddressForm } from "#app/domain/access/person-form.ts";
import { findFeaturedCampaign } from "#app/domain/campaign/queries.server.ts";
import { storeForm } from "#app/domain/entries/waiting-forms/store-form.server.ts";
import { linksPerDay } from "#app/domain/queue/email.ts";
import { asksAgain, type FieldError, parseForm, type TypedValues } from "#app/http/form.server.ts";
import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "#app/http/remix.server.ts";
import { isTooMuch } from "#app/http/respond.server.ts";
import { words } from "#app/i18n/index.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { useIsMailLate } from "#app/ui/mail-delay.ts";
import { ManageLinkForm } from "#app/ui/manage-link-form.tsx";
import { Page } from "#app/ui/page.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import styles from "#app/ui/styles/personal.css?url";
import { PrivacyContact } from "#app/ui/trust/privacy-contact.tsx";

export async function loader({ context }: LoaderFunctionArgs) {
  const campaign = await findFeaturedCampaign(context.db, context.locale);
  return { campaign, examples: context.env.localMode, title: words(context.locale).personal.manage.askTitle };
}

/** Answers alike for every address; only its owner learns whether anything is held. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, AddressForm);
  const again = asksAgain(request);
  if (again) {
    const errors = again === "corrected" && !form.ok ? form.errors : [];
    return data({ sent: false, errors, values: form.values }, { status: errors.length > 0 ? 422 : 200 });
  }
  if (await isTooMuch(context, "mail")) {
    return data(
      { sent: false, errors: [{ field: "email", code: "too-many" }], values: form.values },
      { status: 429 },
    );
  }
  if (!form.ok) return data({ sent: false, errors: form.errors, values: form.values }, { status: 422 });

  const { canonical } = form.value.email;
  await storeForm(context.db, context.env.keys, { kind: "manage-link", canonical });
  return { sent: true, errors: [] as FieldError[], values: {} as TypedValues };
}

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.title} · Undersigned` },
];

export default function AskForManageLink() {
  const { campaign, examples } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { personal, errors } = useWords();
  const isLate = useIsMailLate();
  const message = errors.form[answered?.errors[0]?.code ?? ""];
  const typed = answered?.values.email;
  return (
    <Page
      campaign={campaign}
      examples={examples}
      cameBack={answered && !answered.sent ? (message ? "corrected" : "as-typed") : null}
    >
      <ErrorSummary
        heading={personal.manage.askError}
        errors={message ? [{ field: "email", message }] : []}
      />
      <h1>{answered?.sent ? personal.manage.askSentTitle : personal.manage.askTitle}</h1>
      {answered?.sent ? (
        <>
          <p className="standfirst" role="status">
            {isLate ? personal.manage.askSentDelayed : personal.manage.askSent}
          </p>
          <p className="gap">{personal.manage.askSentMore(linksPerDay.byAddress)}</p>
          <p className="gap">{personal.manage.askNothing(isLate)}</p>
          <p className="gap">
            <PrivacyContact contact={campaign?.organization.privacyContact ?? null} examples={examples} />
          </p>
        </>
      ) : (
        <>
          <p className="standfirst">{personal.manage.askText}</p>
          <ManageLinkForm value={typeof typed === "string" ? typed : ""} error={message} />
        </>
      )}
    </Page>
  );
}
