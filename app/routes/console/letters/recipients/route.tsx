import { mayDo } from "#app/domain/access/organizer.ts";
import { recipientActs } from "#app/domain/campaign/recipients/acts.server.ts";
import { listRecipients } from "#app/domain/campaign/recipients/queries.server.ts";
import type { Recipient } from "#app/domain/campaign/recipients/recipient.ts";
import { actionOf } from "#app/http/acts.server.ts";
import type { LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { requireCompany } from "#app/http/require-company.server.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { ActNote } from "#app/ui/console/act-note.tsx";
import { Blank } from "#app/ui/console/blank.tsx";
import { useCompanies } from "#app/ui/console/companies.ts";
import { CompanyTabs } from "#app/ui/console/company-tabs.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { RecipientState } from "#app/ui/console/entry-state.tsx";
import { writeDay } from "#app/ui/console/moment.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { RecipientFields } from "#app/ui/console/recipient-fields.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { messagesOf } from "#app/ui/form-state.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Form, Link, useActionData, useLoaderData } from "#app/ui/remix.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { campaign, company } = await requireCompany(args, "view");
  return {
    slug: campaign.slug,
    recipients: await listRecipients(args.context.db, campaign.id, company.id),
    mayWrite: mayDo(campaign, "write"),
  };
}

export const action = actionOf(recipientActs, { unnamed: "add" });

export const meta: MetaFunction = () => [{ title: "Recipients of letters · Undersigned" }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Recipients() {
  const { slug, recipients, mayWrite } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { recipients: say, summary, errors } = useWords().letterConsole;
  const form = { values: answer?.values ?? { per_day: "20" }, errors: answer?.errors ?? [] };
  return (
    <>
      <CompanyTabs />
      <PageHead title={say.title} text={say.text} />
      <ActNote of="recipient" done={null} answer={answer} />
      <ErrorSummary heading={summary} errors={messagesOf(form, errors)} />
      {recipients.length === 0 ? (
        <Blank title={say.empty.title} text={say.empty.text} />
      ) : (
        <RecipientTable slug={slug} recipients={recipients} />
      )}
      <p className="notice measure">{say.unverifiedMeans}</p>
      {mayWrite ? (
        <section className="block" aria-labelledby="add">
          <h2 id="add">{say.add}</h2>
          <p className="muted">{say.addText}</p>
          <Form method="post" noValidate>
            <RecipientFields form={form} />
            <div className="act-row">
              <Button>{say.saveAdded}</Button>
            </div>
          </Form>
        </section>
      ) : (
        <p className="muted small">{say.noWrite}</p>
      )}
    </>
  );
}

/** Lists a company's recipients, with who vouches for each. */
function RecipientTable({ slug, recipients }: { slug: string; recipients: readonly Recipient[] }) {
  const { recipients: say } = useWords().letterConsole;
  const locale = useLocale();
  const { at: addressOf } = useCompanies();
  const { columns } = say;
  return (
    <table className="stick airy stacked">
      <caption className="vh">{say.caption}</caption>
      <thead>
        <tr>
          <th>{columns.office}</th>
          <th className="w-[34%]">{columns.verified}</th>
          <th className="num wide w-28">{columns.perDay}</th>
          <th className="num wide w-28">{columns.dispatches}</th>
        </tr>
      </thead>
      <tbody>
        {recipients.map((recipient) => {
          const { publicId, name, email, verified, retiredAt, perDay, dispatches } = recipient;
          const { openedAt, isDefault } = recipient;
          const day = writeDay;
          return (
            <tr key={publicId}>
              <th scope="row">
                <Link to={addressOf(`/organize/c/${slug}/letters/recipients/${publicId}`)} className="name">
                  {name}
                </Link>
                <span className="small muted clip">{email}</span>
              </th>
              <td>
                <RecipientState recipient={recipient} />
                <span className="small muted beneath">
                  {retiredAt !== null
                    ? say.retiredOn(day(retiredAt))
                    : verified === null
                      ? say.receivesNothing
                      : say.verifiedBy(verified.by, day(verified.at))}
                </span>
                {openedAt !== null && (
                  <span className="small muted beneath">{isDefault ? say.isDefault : say.takesLetters}</span>
                )}
              </td>
              <td className="num wide">{perDay}</td>
              <td className="num wide">{formatNumber(locale, dispatches)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
