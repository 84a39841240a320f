import { z } from "zod";
import {
  addCompany,
  chooseCompany,
  listCompanies,
} from "#app/domain/campaign/company/change-company.server.ts";
import { companyForm, companyOfForm } from "#app/domain/campaign/company/company-form.ts";
import { listCompaniesOf } from "#app/domain/campaign/company/find-company.server.ts";
import { companyChoices } from "#app/http/choose-companies.server.ts";
import { readTyped } from "#app/http/form.server.ts";
import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { saveForm } from "#app/http/save-form.server.ts";
import { words } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { Select } from "#app/ui/field.tsx";
import { wireFields } from "#app/ui/form-state.ts";
import { useWords } from "#app/ui/locale.tsx";
import { CompanyFields } from "#app/ui/meetings/company-fields.tsx";
import { FormOutcome } from "#app/ui/meetings/form-outcome.tsx";
import { Form, useActionData, useLoaderData } from "#app/ui/remix.ts";
import meetingStyles from "#app/ui/styles/console-meetings.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: meetingStyles }];

export async function loader(args: LoaderFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, "manage");
  const { db } = args.context;
  const [own, companies] = await Promise.all([
    listCompaniesOf(db, campaign.id),
    listCompanies(db, scope.organizerId),
  ]);
  return {
    slug: campaign.slug,
    isDraft: campaign.status === "draft",
    companies: companies
      .filter(({ id }) => own.every((one) => one.id !== id))
      .map(({ slug, name }) => ({ slug, name })),
    choices: companyChoices(),
  };
}

const ChooseForm = z.object({
  intent: z.string().optional(),
  company: z.string("company-missing").min(1, "company-missing").max(100),
});

/** Makes the draft one about a company it names, or about a new one. What cannot be stored comes back. */
export async function action(args: ActionFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, "manage");
  const { db } = args.context;
  const page = `/organize/c/${campaign.slug}/meetings/company`;
  const { intent } = await readTyped(args.request);
  if (intent === "choose")
    return saveForm(args, {
      form: ChooseForm,
      save: ({ company }) => chooseCompany(db, { scope, slug: company }),
      done: { chosen: () => `${page}?done=chosen` },
      fieldOf: { unknown: { field: "company", code: "company-missing" } },
    });
  return saveForm(args, {
    form: companyForm(new Date()),
    save: (form) => addCompany(db, { scope, values: companyOfForm(form), checked: form.checked }),
    done: { added: () => `${page}?done=added` },
  });
}

export const meta: MetaFunction = () => [{ title: `${words("en").meetings.company.other} · Undersigned` }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function OtherCompany() {
  const { slug, isDraft, companies, choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { company: say, errors } = useWords().meetings;
  const form = { values: answer?.values ?? {}, errors: answer?.errors ?? [] };
  const wire = wireFields(form, errors);
  return (
    <>
      <div className="page-head">
        <div>
          <p className="crumb">
            <a href={`/organize/c/${slug}/meetings/company`}>{say.title}</a> / {say.crumb}
          </p>
          <h1>{say.other}</h1>
          <p>{isDraft ? say.otherText : say.refused["not-draft"]}</p>
        </div>
      </div>
      <FormOutcome refused={answer?.refused && say.refused[answer.refused]} form={form} />
      {isDraft && companies.length > 0 && (
        <Form method="post" reloadDocument className="keep-form" noValidate aria-labelledby="known">
          <h2 id="known">{say.chooseOne}</h2>
          <Select {...wire("company", say.company)} required>
            <option value="">{say.choose}</option>
            {companies.map((company) => (
              <option key={company.slug} value={company.slug}>
                {company.name}
              </option>
            ))}
          </Select>
          <div className="act-row">
            <Button name="intent" value="choose">
              {say.chooseButton}
            </Button>
          </div>
        </Form>
      )}
      {isDraft && (
        <Form method="post" reloadDocument className="keep-form" noValidate aria-labelledby="add">
          <h2 id="add">{say.add}</h2>
          <input type="hidden" name="intent" value="add" />
          <CompanyFields form={form} choices={choices} button={say.addButton} />
        </Form>
      )}
    </>
  );
}
