import { mayDo } from "#app/domain/access/organizer.ts";
import { recipientActs } from "#app/domain/campaign/recipients/acts.server.ts";
import { markOfAddress } from "#app/domain/campaign/recipients/lock-recipient.server.ts";
import { readRecipientClosing } from "#app/domain/campaign/recipients/open-recipient.server.ts";
import { findCompanyOfRecipient, findRecipient } from "#app/domain/campaign/recipients/queries.server.ts";
import { verifiedByAtMost, verifiedWhereAtMost } from "#app/domain/campaign/recipients/recipient.ts";
import { actionOf } from "#app/http/acts.server.ts";
import type { LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { orNotFound } from "#app/http/respond.server.ts";
import { Button } from "#app/ui/button.tsx";
import { ActNote } from "#app/ui/console/act-note.tsx";
import { useCompanies } from "#app/ui/console/companies.ts";
import { CompanyName } from "#app/ui/console/company-tabs.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { RecipientState } from "#app/ui/console/entry-state.tsx";
import { writeDay } from "#app/ui/console/moment.tsx";
import { RecipientFields } from "#app/ui/console/recipient-fields.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextInput } from "#app/ui/field.tsx";
import { messagesOf, wireFields } from "#app/ui/form-state.ts";
import { useWords } from "#app/ui/locale.tsx";
import { Form, Link, useActionData, useLoaderData } from "#app/ui/remix.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "view");
  const recipient = orNotFound(
    await findRecipient(args.context.db, campaign.id, args.params.recipient ?? ""),
  );
  return {
    slug: campaign.slug,
    recipient,
    company: await findCompanyOfRecipient(args.context.db, recipient.publicId),
    seen: markOfAddress(recipient),
    closing: await readRecipientClosing(args.context.db, campaign.id, recipient.publicId),
    mayWrite: mayDo(campaign, "write"),
    mayVerify: mayDo(campaign, "manage"),
    today: new Date().toISOString().slice(0, 10),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

export const action = actionOf(recipientActs, { unnamed: "edit" });

type Answer = ReturnType<typeof useActionData<typeof action>>;

export const meta: MetaFunction = () => [{ title: "Recipient of letters · Undersigned" }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function OneRecipient() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { recipients: say, summary, errors } = useWords().letterConsole;
  const { recipient, slug } = page;
  const { at } = useCompanies();
  return (
    <>
      <p className="crumb">
        <Link to={at(`/organize/c/${slug}/letters/recipients`, page.company)}>{say.one.back}</Link>
      </p>
      <div className="page-head">
        <div>
          <RecipientState recipient={recipient} />
          <h1>{recipient.name}</h1>
          <CompanyName of={page.company} />
          <p>{recipient.email}</p>
        </div>
      </div>
      <ActNote of="recipient" done={page.done} answer={answer} />
      <ErrorSummary
        heading={summary}
        errors={messagesOf({ values: {}, errors: answer?.errors ?? [] }, errors)}
      />
      {recipient.retiredAt !== null ? (
        <p className="notice">{say.one.retired(writeDay(recipient.retiredAt))}</p>
      ) : (
        <div className="cols">
          <div>
            <Verification page={page} answer={answer?.act === "verify" ? answer : undefined} />
            <Opening page={page} />
          </div>
          {page.mayWrite && <Edit page={page} answer={answer?.act === "edit" ? answer : undefined} />}
        </div>
      )}
    </>
  );
}

function Edit({ page, answer }: { page: RecipientPage; answer: Answer }) {
  const { recipients: say } = useWords().letterConsole;
  const { name, email, postalAddress, perDay } = page.recipient;
  const stored = { name, email, postal_address: postalAddress ?? "", per_day: String(perDay) };
  return (
    <div className="aside">
      <section className="block" aria-labelledby="edit">
        <h2 id="edit">{say.one.edit}</h2>
        <p className="small muted">{say.one.editText}</p>
        <Form method="post" noValidate key={page.seen}>
          <input type="hidden" name="seen" value={page.seen} />
          <RecipientFields form={{ values: answer?.values ?? stored, errors: answer?.errors ?? [] }} />
          <div className="act-row">
            <Button name="intent" value="edit">
              {say.save}
            </Button>
          </div>
        </Form>
      </section>
      <details className="asked">
        <summary>{say.one.retire}</summary>
        <div>
          <p>{say.one.retireText}</p>
          <Form method="post">
            <Button name="intent" value="retire">
              {say.one.retireButton}
            </Button>
          </Form>
        </div>
      </details>
    </div>
  );
}

/** Shows whether writers can choose a recipient, with the button that changes it. */
function Opening({ page }: { page: RecipientPage }) {
  const { open: say } = useWords().letterConsole.recipients.one;
  const { recipient, closing, mayWrite } = page;
  const { openedAt, isDefault, verified } = recipient;
  const isOpen = openedAt !== null;
  return (
    <section className="block" aria-labelledby="opening">
      <h2 id="opening">{say.heading}</h2>
      <p>{isOpen ? (isDefault ? say.isDefault : say.isOpen) : verified ? say.isClosed : say.unverified}</p>
      {mayWrite && !isOpen && verified && (
        <Form method="post" className="act-row">
          <Button name="intent" value="open">
            {say.open}
          </Button>
        </Form>
      )}
      {mayWrite && isOpen && closing.next === null && <p className="small muted">{say.onlyOne}</p>}
      {mayWrite && isOpen && closing.next !== null && (
        <details className="asked">
          <summary>{say.close}</summary>
          <div>
            <p>{say.closing(closing.letters, closing.next)}</p>
            <Form method="post">
              <input type="hidden" name="letters" value={closing.letters} />
              <Button name="intent" value="close">
                {say.closeButton}
              </Button>
            </Form>
          </div>
        </details>
      )}
    </section>
  );
}

type VerificationProps = { page: RecipientPage; answer: Answer };

/** Says who vouches for a recipient's address, or lets an owner do so. */
function Verification({ page, answer }: VerificationProps) {
  const { recipients: say } = useWords().letterConsole;
  const { verified, postalAddress, email } = page.recipient;
  return (
    <div>
      <section className="block" aria-labelledby="address">
        <h2 id="address">{verified === null ? say.one.what : say.one.verified}</h2>
        <address className="mb-3 grid gap-1 border-s-3 border-rule ps-4 not-italic wrap-anywhere">
          <b>{email}</b>
          {postalAddress && <span className="whitespace-pre-line">{postalAddress}</span>}
        </address>
        {verified === null ? (
          <p className="notice">{say.unverifiedMeans}</p>
        ) : (
          <DefinitionList
            items={[
              { term: say.one.facts.by, detail: verified.by },
              { term: say.one.facts.on, detail: writeDay(verified.at) },
              { term: say.one.facts.where, detail: linked(verified.where) },
              ...(verified.recordedBy === null
                ? []
                : [{ term: say.one.facts.recorded, detail: verified.recordedBy }]),
            ]}
          />
        )}
      </section>
      {verified === null && !page.mayVerify && <p className="muted small">{say.one.onlyOwner}</p>}
      {verified === null && page.mayVerify && <VerifyForm page={page} answer={answer} />}
      {verified !== null && page.mayVerify && (
        <details className="asked">
          <summary>{say.one.unverify}</summary>
          <div>
            <p>{say.one.unverifyText}</p>
            <Form method="post">
              <Button name="intent" value="unverify">
                {say.one.unverifyButton}
              </Button>
            </Form>
          </div>
        </details>
      )}
    </div>
  );
}

/** A web address as a link; a title or a page number as text. */
const linked = (where: string) =>
  /^https:\/\/\S+$/.test(where) ? (
    <a href={where} rel="noreferrer">
      {where}
    </a>
  ) : (
    where
  );

function VerifyForm({ page, answer }: VerificationProps) {
  const { recipients, errors } = useWords().letterConsole;
  const { one: say } = recipients;
  const wire = wireFields(
    { values: { verified_on: page.today, ...answer?.values }, errors: answer?.errors ?? [] },
    errors,
  );
  return (
    <section className="block" aria-labelledby="verify">
      <h2 id="verify">{say.verify}</h2>
      <p>{say.verifyText}</p>
      <Form method="post" noValidate>
        <input type="hidden" name="seen" value={page.seen} />
        <TextInput {...wire("verified_by", say.by, say.byHint)} maxLength={verifiedByAtMost} required />
        <div className="short">
          <TextInput {...wire("verified_on", say.on)} type="date" max={page.today} required />
        </div>
        <TextInput
          {...wire("verified_where", say.where, say.whereHint)}
          maxLength={verifiedWhereAtMost}
          spellCheck={false}
          required
        />
        <div className="act-row">
          <Button variant="act" name="intent" value="verify">
            {say.verifyButton}
          </Button>
        </div>
      </Form>
    </section>
  );
}

type RecipientPage = ReturnType<typeof useLoaderData<typeof loader>>;
