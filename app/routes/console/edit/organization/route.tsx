import { mayDo } from "#app/domain/access/organizer.ts";
import { missingBeforeOpening } from "#app/domain/campaign/opening/readiness.server.ts";
import { findOrganization } from "#app/domain/campaign/organization/find-organization.server.ts";
import { countOpenBatches } from "#app/domain/campaign/organization/set-organization.server.ts";
import { readSender } from "#app/domain/campaign/organization/set-sender.server.ts";
import { atMost } from "#app/domain/campaign/wording.ts";
import { domainOf, partsOfSender } from "#app/domain/queue/sender-of.ts";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { words } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { AnswerNote } from "#app/ui/console/done-note.tsx";
import { Reauthenticate } from "#app/ui/console/reauthenticate.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { EditForm } from "#app/ui/editing/edit-head.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextArea, TextInput } from "#app/ui/field.tsx";
import { messagesOf, wireFields } from "#app/ui/form-state.ts";
import { useWords } from "#app/ui/locale.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import { type Answer, act } from "./action.server.ts";

/** Loads who runs the campaign and how its emails are signed. */
export async function loader(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "view");
  const { db, env } = args.context;
  const [organization, sender] = await Promise.all([
    findOrganization(db, campaign.id),
    readSender(db, campaign.id),
  ]);
  if (!organization || !sender) throw notFound();
  const site = partsOfSender(env.mail.from);
  const { version, ...own } = sender;
  return {
    version,
    organization,
    sender: own,
    missing: missingBeforeOpening({ ...organization, ...own }),
    site: { ...site, domain: domainOf(site.address) },
    openBatches: await countOpenBatches(db, campaign.id),
    mayManage: mayDo(campaign, "manage"),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

export const action = (args: ActionFunctionArgs) => act(args);

export const meta: MetaFunction = () => [{ title: `${words("en").editing.tabs.organization} · Undersigned` }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Organization() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const { editing: say } = useWords();
  if (answer?.proof) return <Reauthenticate asked={answer.proof} />;
  return (
    <>
      <AnswerNote say={say} done={page.done} answer={answer} />
      <ErrorSummary
        heading={say.summary}
        errors={messagesOf({ values: {}, errors: answer?.errors ?? [] }, say.errors)}
      />
      {!page.mayManage && <p className="muted small">{say.organization.noManage}</p>}
      {page.openBatches > 0 && <p className="notice">{say.organization.openBatches(page.openBatches)}</p>}
      <OrganizationPart page={page} answer={answer?.part === "organization" ? answer : undefined} />
      <SenderPart page={page} answer={answer?.part === "sender" ? answer : undefined} />
    </>
  );
}

/** Asks whom emails come from and where answers go. */
function SenderPart({ page, answer }: { page: OrganizationPage; answer: Answer | undefined }) {
  const { editing } = useWords();
  const { organization: say } = editing;
  const { sender, site, organization, mayManage, version } = page;
  const stored = {
    sender_name: sender.senderName ?? "",
    sender_address: sender.senderAddress ?? "",
    reply_to: sender.replyTo ?? "",
  };
  const wire = wireFields({ values: answer?.values ?? stored, errors: answer?.errors ?? [] }, editing.errors);
  const name = wire("sender_name", say.senderName, say.senderNameHint(site.name || site.address));
  const mail = { type: "email", autoCapitalize: "none", spellCheck: false, maxLength: 300 } as const;
  const address = wire(
    ...(["sender_address", say.senderAddress, say.senderAddressHint(site.domain, site.address)] as const),
  );
  const replyTo = wire("reply_to", say.replyTo, say.replyToHint(organization.contactEmail));
  return (
    <section className="block" aria-labelledby="sender">
      <h2 id="sender">{say.sender}</h2>
      <p className="muted">{say.senderText}</p>
      {mayManage ? (
        <EditForm key={answer ? "answered" : version}>
          <input type="hidden" name="version" value={version} />
          <TextInput {...name} maxLength={atMost.senderName} optional />
          <TextInput {...address} {...mail} optional />
          <TextInput {...replyTo} {...mail} optional />
          <p className="act-row">
            <Button name="intent" value="sender">
              {say.saveSender}
            </Button>
          </p>
        </EditForm>
      ) : (
        <ValueList rows={[name, address, replyTo].map(({ label, defaultValue }) => [label, defaultValue])} />
      )}
    </section>
  );
}

/** Shows who runs the campaign, as printed everywhere. */
function OrganizationPart({ page, answer }: { page: OrganizationPage; answer: Answer | undefined }) {
  const { editing, sign } = useWords();
  const { organization: say } = editing;
  const { organization, missing, mayManage, version } = page;
  const stored = {
    operator: organization.operator ?? "",
    postal_address: organization.postalAddress ?? "",
    contact_email: organization.contactEmail ?? "",
    privacy_contact: organization.privacyContact ?? "",
    funding_line: organization.fundingLine ?? "",
  };
  const wire = wireFields({ values: answer?.values ?? stored, errors: answer?.errors ?? [] }, editing.errors);
  const mail = { type: "email", autoCapitalize: "none", spellCheck: false, maxLength: 300 } as const;
  const fields = [
    { ...wire("operator", say.operator, say.operatorHint), maxLength: 300 },
    { ...wire("postal_address", say.postalAddress, say.postalAddressHint), maxLength: 300, rows: 3 },
    { ...wire("contact_email", say.contactEmail, say.contactEmailHint), ...mail },
    { ...wire("privacy_contact", say.privacyContact, say.privacyContactHint), ...mail },
    { ...wire("funding_line", say.fundingLine, say.fundingLineHint), maxLength: 300 },
  ];
  return (
    <section className="block" aria-labelledby="who">
      <h2 id="who">{say.heading}</h2>
      <p className="muted">{say.text}</p>
      <p>
        {missing.length === 0
          ? say.complete
          : `${say.missing} ${missing.map((what) => sign.form.notOpen.missing[what]).join(", ")}.`}
      </p>
      {mayManage ? (
        <EditForm key={answer ? "answered" : version}>
          <input type="hidden" name="version" value={version} />
          {fields.map((field) =>
            "rows" in field ? (
              <TextArea key={field.name} {...field} />
            ) : (
              <TextInput key={field.name} {...field} />
            ),
          )}
          <p className="act-row">
            <Button name="intent" value="organization">
              {say.save}
            </Button>
          </p>
        </EditForm>
      ) : (
        <ValueList rows={fields.map(({ label, defaultValue }) => [label, defaultValue])} />
      )}
    </section>
  );
}

/** Lists values to those who may not change them. */
function ValueList({ rows }: { rows: readonly (readonly [string, string])[] }) {
  const { organization: say } = useWords().editing;
  return (
    <dl className="facts ruled">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value || <span className="muted">{say.none}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}

type OrganizationPage = ReturnType<typeof useLoaderData<typeof loader>>;
