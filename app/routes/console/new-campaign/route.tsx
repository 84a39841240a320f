import { mayDo } from "#app/domain/access/organizer.ts";
import { listCampaignsOf } from "#app/domain/access/queries.server.ts";
import { listCompanies } from "#app/domain/campaign/company/change-company.server.ts";
import { createCampaign } from "#app/domain/campaign/opening/create-campaign.server.ts";
import {
  anotherCompany,
  beginningOf,
  beginnings,
  NewCampaignForm,
} from "#app/domain/campaign/opening/new-campaign-form.ts";
import { atMost } from "#app/domain/campaign/wording.ts";
import { type FieldError, parseForm } from "#app/http/form.server.ts";
import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "#app/http/remix.server.ts";
import { forbidden, requireOrganizer } from "#app/http/require-organizer.server.ts";
import { locales, words } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { Check } from "#app/ui/check.tsx";
import { ConsoleFrame } from "#app/ui/console/console-frame.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { CountedInput } from "#app/ui/editing/counted.tsx";
import { EditForm } from "#app/ui/editing/edit-head.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { ErrorText, messageFor, Select, TextInput } from "#app/ui/field.tsx";
import { messagesOf, typedOnce, wireFields } from "#app/ui/form-state.ts";
import { useWords } from "#app/ui/locale.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import editingStyles from "#app/ui/styles/console-editing.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: editingStyles }];

/** Loads what a new campaign may start from: campaigns they manage, companies whose facts they keep. */
export async function loader(args: LoaderFunctionArgs) {
  const { organizerId, name } = await requireOrganizer(args);
  const { db } = args.context;
  const campaigns = await listCampaignsOf(db, organizerId);
  const managed = campaigns.filter((campaign) => mayDo(campaign, "manage"));
  if (managed.length === 0) throw forbidden(args, { organizerId });
  const from = new URL(args.request.url).searchParams.get("from");
  const companies = await listCompanies(db, organizerId);
  return {
    name,
    begin: from === null ? "template" : "copy",
    from: from ?? managed[0]?.slug ?? "",
    managed: managed.map(({ slug, title }) => ({ slug, title })),
    companies: companies.map(({ slug, name }) => ({ slug, name })),
  };
}

type Answer = { values: Record<string, string>; more: string[]; errors: FieldError[] };

/** Makes the campaign and opens its pages to edit. */
export async function action(args: ActionFunctionArgs) {
  const { organizerId } = await requireOrganizer(args);
  const form = await parseForm(args.request, NewCampaignForm, ["more"]);
  const values = typedOnce(form.values);
  const more = [form.values.more ?? []].flat();
  if (!form.ok) return data<Answer>({ values, more, errors: form.errors }, { status: 422 });
  const created = await createCampaign(args.context.db, {
    ...beginningOf(form.value),
    actor: `organizer:${organizerId}`,
  });
  if (created.outcome === "gone") throw forbidden(args, { organizerId });
  if (created.outcome !== "created") {
    const field = created.outcome === "slug-taken" ? "slug" : "company";
    return data<Answer>({ values, more, errors: [{ field, code: created.outcome }] }, { status: 409 });
  }
  return redirect(`/organize/c/${created.slug}/edit?done=created`, 303);
}

export const meta: MetaFunction = () => [{ title: `${words("en").editing.create.title} · Undersigned` }];

export default function NewCampaign() {
  const { name, begin, from, managed, companies } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const { editing, meetings } = useWords();
  const { create: say } = editing;
  const form = {
    values: answer?.values ?? { begin, from, company: companies[0]?.slug ?? anotherCompany },
    errors: answer?.errors ?? [],
    more: answer?.more ?? [],
  };
  const errors = { ...editing.errors, "companies-many": meetings.companies.refused["too-many"] ?? "" };
  const wire = wireFields(form, errors);
  const messages = messagesOf(form, errors);
  return (
    <ConsoleFrame who={name} title={null}>
      <PageHead title={say.title} text={say.text} />
      <ErrorSummary heading={editing.summary} errors={messages} />
      <EditForm>
        <section>
          <CountedInput {...wire("name", say.name, say.nameHint)} most={atMost.title} />
          <TextInput
            {...wire("slug", say.slug, say.slugHint)}
            maxLength={64}
            autoCapitalize="none"
            spellCheck={false}
          />
        </section>
        <section>
          <fieldset className={messageFor(messages, "begin") ? "field bad" : "field"} id="begin">
            <legend>{say.begin}</legend>
            <ErrorText name="begin" error={messageFor(messages, "begin")} />
            {beginnings.map((each) => (
              <div className="choice" key={each}>
                <input
                  type="radio"
                  id={`begin_${each}`}
                  name="begin"
                  value={each}
                  defaultChecked={form.values.begin === each}
                  aria-describedby={`begin_${each}-hint`}
                />
                <label htmlFor={`begin_${each}`}>{say.beginnings[each]}</label>
                <p className="hint" id={`begin_${each}-hint`}>
                  {say.beginningHints[each]}
                </p>
                {each === "copy" && (
                  <Select {...wire("from", say.from)}>
                    {managed.map(({ slug, title }) => (
                      <option key={slug} value={slug}>
                        {title}
                      </option>
                    ))}
                  </Select>
                )}
              </div>
            ))}
          </fieldset>
        </section>
        <section>
          <Select {...wire("company", say.company, say.companyHint)}>
            {companies.map(({ slug, name: company }) => (
              <option key={slug} value={slug}>
                {company}
              </option>
            ))}
            <option value={anotherCompany}>{say.anotherCompany}</option>
          </Select>
          <TextInput {...wire("company_name", say.companyName, say.companyNameHint)} maxLength={80} />
          {companies.length > 1 && (
            <fieldset className={messageFor(messages, "more") ? "field bad" : "field"} id="more">
              <legend>{say.more}</legend>
              <ErrorText name="more" error={messageFor(messages, "more")} />
              {companies.map(({ slug, name: company }) => (
                <Check
                  key={slug}
                  id={`more_${slug}`}
                  name="more"
                  value={slug}
                  label={company}
                  checked={form.more.includes(slug)}
                  inGroup
                />
              ))}
            </fieldset>
          )}
        </section>
        <section>
          <Select {...wire("language", say.language, say.languageHint)}>
            {locales.map((locale) => (
              <option key={locale} value={locale}>
                {editing.page.languageNames[locale] ?? words(locale).language.name}
              </option>
            ))}
          </Select>
        </section>
        <p className="act-row">
          <Button variant="act">{say.button}</Button>
        </p>
      </EditForm>
    </ConsoleFrame>
  );
}
