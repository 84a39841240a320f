import type { ReactNode } from "react";
import { anyCompany } from "#app/domain/campaign/company/campaign-companies.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import type { FieldMessage } from "#app/ui/field.tsx";
import type { PageCampaign } from "#app/ui/footer.tsx";
import { type CameBack, LanguageScript } from "#app/ui/language.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";
import { Disclosures } from "./disclosures.tsx";

type PledgePageProps = {
  campaign: PageCampaign;
  examples: boolean;
  errors?: readonly FieldMessage[];
  cameBack?: CameBack;
  /** The holder has a fund. */
  fund?: boolean;
  children: ReactNode;
};

/** Frames every page of the flow: errors, the page, and next to it what a pledge is. */
export function PledgePage(props: PledgePageProps) {
  const { campaign, examples, errors = [], cameBack = null, fund = false, children } = props;
  const { pledge } = useWords();
  const locale = useLocale();
  return (
    <Page campaign={campaign} examples={examples} current="pledge" layout="plain" cameBack={cameBack}>
      <div className="pledge">
        <div className="main">
          <ErrorSummary heading={pledge.summary(errors.length)} errors={errors} />
          {children}
        </div>
        <Disclosures company={anyCompany(campaign, locale)} fund={fund} />
      </div>
      <LanguageScript />
    </Page>
  );
}

/** Both steps' fields in the page's order; `intention_` is any item's. */
const order = [
  "form",
  "company",
  "way",
  "intention_",
  "manager",
  "fund_manager",
  "shares",
  "held_on_record_date",
  "holding_form",
  "intention",
  "held_since_month",
  "tenure_bucket",
  "account_flags",
  "willing",
  "standing_instruction",
  "comment",
  "display",
  "name",
  "email",
  "country",
  "consent_pledge",
];
const place = (field: string) => order.indexOf(field.replace(/\d{1,15}$/, ""));

/** Returns messages for a form's errors, in its order. Without a field there is no link. */
export function useMessages(
  errors: readonly { field: string; code: string }[],
  fund: boolean,
): FieldMessage[] {
  const words = useWords();
  const messages = errors.map(({ field, code }) => ({
    field: fund && (field === "shares" || field === "intention") ? "form" : field,
    message: words.pledge.errors[code] ?? words.errors.form[code] ?? words.errors.form.missing ?? code,
  }));
  return messages.sort((a, b) => place(a.field) - place(b.field));
}

type HeadProps = {
  company: string;
  title: string;
  /** Nobody can pledge any more. */
  closed?: boolean;
};

/** Heads the first page: what is asked, and for whom. */
export function Head({ company, title, closed = false }: HeadProps) {
  const { pledge } = useWords();
  return (
    <>
      <p className="eyebrow">{pledge.eyebrow(company)}</p>
      <h1>{title}</h1>
      {!closed && <p className="gap">{pledge.standfirst}</p>}
    </>
  );
}
