import type { CampaignCompany } from "#app/domain/campaign/campaign.ts";
import { companyNamed } from "#app/domain/campaign/company/campaign-companies.ts";
import { Button } from "./button.tsx";
import { useLocalizedPath, useWords } from "./locale.tsx";
import { Choices } from "./pledge/choices.tsx";
import type { TypedValues } from "./sign-form.tsx";

type CompanyChoiceProps = {
  /** The form's address, without language. */
  action: string;
  of: "pledge" | "letter";
  companies: readonly CampaignCompany[];
  error?: string | undefined;
};

/** Asks which company an entry is about; the form that follows carries the answer along. */
export function CompanyChoice({ action, of, companies, error }: CompanyChoiceProps) {
  const { company } = useWords().common;
  const to = useLocalizedPath();
  const options = companies.map(({ slug, name }) => ({ value: slug, label: name }));
  return (
    <form className="pledge-form" action={to(action)} method="post">
      <input type="hidden" name="step" value="company" />
      <Choices name="company" legend={company.ask[of]} options={options} chosen={[]} error={error} required />
      <Button variant="act" wide>
        {company.go}
      </Button>
    </form>
  );
}

/** Shows the chosen company and the way back. */
export function ChosenCompany({ action, name }: { action: string; name: string }) {
  const { company } = useWords().common;
  const to = useLocalizedPath();
  return (
    <p className="gap">
      <b>{name}</b>. <a href={to(action)}>{company.other}</a>
    </p>
  );
}

/** Finds the company named in a form's post. `asks`: there are several, and none is chosen yet. */
export function chosenCompany(
  companies: readonly CampaignCompany[],
  answered: { values: TypedValues; errors?: readonly { field: string }[] | undefined } | undefined,
): { company: CampaignCompany | null; asks: boolean; several: boolean } {
  const several = companies.length > 1;
  const slug = answered?.values.company;
  const company = companyNamed(companies, typeof slug === "string" ? slug : null) ?? companies[0] ?? null;
  const isUnknown = answered?.errors?.some(({ field }) => field === "company") ?? false;
  return { company, asks: several && (!answered || isUnknown), several };
}
