import { Check } from "#app/ui/check.tsx";
import { ChosenCompany, CompanyChoice } from "#app/ui/company-choice.tsx";
import { CountrySelect } from "#app/ui/country-select.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Select, TextArea, TextInput } from "#app/ui/field.tsx";
import { LearnMore } from "#app/ui/learn-more.tsx";
import { ManageLinkForm } from "#app/ui/manage-link-form.tsx";
import { ProofStep } from "#app/ui/proof-step.tsx";
import { ResendForm } from "#app/ui/resend-form.tsx";
import { SignForm } from "#app/ui/sign-form.tsx";
import { SpellingChoice } from "#app/ui/spelling-choice.tsx";
import type { Specimen } from "./specimen.ts";

const typed = { name: "Ana Sample", email: "ana@example", consent_updates: "on" };
const companies = ["Sample", "Other"].map((name, id) => ({
  id,
  slug: name.toLowerCase(),
  name,
  zone: "America/New_York",
  jurisdiction: "us",
  ownersLineUntil: null,
}));
const errors = [{ field: "email", message: "Write the ending of the address, such as .org." }];
const _link = { code: "abcd1234", told: 10, createdAt: new Date("2026-11-20") };

/** What people fill in. */
export const formSpecimens: readonly Specimen[] = [
  {
    of: "field.tsx",
    states: {
      default: (
        <>
          <TextInput name="line" label="Name" hint="As it is on paper." />
          <TextArea name="lines" label="Comment" optional />
          <Select name="choice" label="Show">
            <option>My initials</option>
          </Select>
        </>
      ),
      focus: <TextInput name="line" label="Name" defaultValue="Ana Sample" />,
      error: <TextInput name="line" label="E-mail" defaultValue={typed.email} error={errors[0]?.message} />,
    },
  },
  {
    of: "check.tsx",
    states: {
      default: <Check name="box" label="Send me news." hint="One click ends it." />,
      chosen: <Check name="box" label="Send me news." checked />,
      focus: <Check name="box" label="Send me news." />,
      error: <Check name="box" label="I sign." error="Check this box to sign." />,
    },
  },
  {
    of: "country-select.tsx",
    states: {
      default: <CountrySelect label="Country" />,
      error: <CountrySelect label="Country" error="Choose a country." />,
    },
  },
  { of: "error-summary.tsx", states: { error: <ErrorSummary heading="Not signed yet" errors={errors} /> } },
  {
    of: "company-choice.tsx",
    states: {
      default: <CompanyChoice action="/" of="pledge" companies={companies} />,
      error: <CompanyChoice action="/" of="letter" companies={companies} error="Choose a company." />,
      filled: <ChosenCompany action="/" name="Sample" />,
    },
  },
  {
    of: "sign-form.tsx",
    states: {
      default: <SignForm action="/" companies={companies.slice(0, 1)} />,
      error: <SignForm action="/" companies={companies.slice(0, 1)} errors={errors} values={typed} />,
      chosen: <SignForm action="/" companies={companies} values={{ consent_deliver: ["other"] }} />,
    },
  },
  {
    of: "resend-form.tsx",
    states: {
      default: <ResendForm slug="sample" />,
      error: <ResendForm slug="sample" value={typed.email} error={errors[0]?.message} />,
    },
  },
  {
    of: "manage-link-form.tsx",
    states: {
      default: <ManageLinkForm />,
      error: <ManageLinkForm value={typed.email} error={errors[0]?.message} />,
    },
  },
  {
    of: "spelling-choice.tsx",
    states: {
      default: (
        <SpellingChoice
          action="/"
          values={typed}
          suggestion={{ typed: "ana@gmial.com", meant: "ana@gmail.com" }}
        >
          <SignForm action="/" companies={companies.slice(0, 1)} values={typed} />
        </SpellingChoice>
      ),
    },
  },
  {
    of: "learn-more.tsx",
    states: { default: <LearnMore about="Learn more about names">As it is on paper.</LearnMore> },
  },
  { of: "proof-step.tsx", states: { loading: <ProofStep challenge="" action="/" values={typed} /> } },
];
