import type { ReactNode } from "react";
import type { Words } from "#app/i18n/index.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { CampaignList } from "#app/ui/campaign-list.tsx";
import { Argument } from "#app/ui/case/argument.tsx";
import { ClaimBlock } from "#app/ui/case/claim-block.tsx";
import { Corrections } from "#app/ui/case/corrections.tsx";
import { FigureBars } from "#app/ui/case/figure-bars.tsx";
import { Legend } from "#app/ui/case/legend.tsx";
import { Minute } from "#app/ui/case/minute.tsx";
import { Reasons } from "#app/ui/case/reasons.tsx";
import { Section } from "#app/ui/case/section.tsx";
import { SignPanel } from "#app/ui/case/sign-panel.tsx";
import { Timeline } from "#app/ui/case/timeline.tsx";
import { Check } from "#app/ui/check.tsx";
import { Count } from "#app/ui/count.tsx";
import { CountrySelect } from "#app/ui/country-select.tsx";
import { Deed } from "#app/ui/deed.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Select, TextArea, TextInput } from "#app/ui/field.tsx";
import { Footer } from "#app/ui/footer.tsx";
import { KeptWords } from "#app/ui/kept-words.tsx";
import { FormInOtherLanguages, LanguageLinks, LanguagesProvider } from "#app/ui/language.tsx";
import { Lines } from "#app/ui/lines.tsx";
import { ManageLinkForm } from "#app/ui/manage-link-form.tsx";
import { NotOpen } from "#app/ui/not-open.tsx";
import { OwnLinkChoice, OwnLinkHeld } from "#app/ui/own-link.tsx";
import { PetitionText } from "#app/ui/petition-text.tsx";
import { ProofStep } from "#app/ui/proof-step.tsx";
import { QrCode } from "#app/ui/qr-code.tsx";
import { ResendForm } from "#app/ui/resend-form.tsx";
import { RichText } from "#app/ui/rich-text.tsx";
import { SaidWithin } from "#app/ui/said-within.tsx";
import { ShareLinks } from "#app/ui/share-links.tsx";
import { SignForm } from "#app/ui/sign-form.tsx";
import { SpellingChoice } from "#app/ui/spelling-choice.tsx";
import { WidgetFrame } from "#app/ui/widget-frame.tsx";
import { Wordmark } from "#app/ui/wordmark.tsx";
import { campaign, claims, page } from "./sample.ts";

type State = keyof Words["looks"]["states"];
type Specimen = {
  /** The file under app/ui that it shows. */
  of: string;
  states: Partial<Record<State, ReactNode>>;
};

const typed = { name: "Ana Sample", email: "ana@example", consent_updates: "on" };
const errors = [{ field: "email", message: "Write the ending of the address, such as .org." }];
const link = { code: "abcd1234", told: 10, createdAt: new Date("2026-11-20") };
const [first] = claims;

/** Each component of a public page in each of its states; tests/unit/specimens.test.ts misses those that are not here. */
export const specimens: readonly Specimen[] = [
  { of: "wordmark.tsx", states: { default: <Wordmark />, focus: <Wordmark /> } },
  {
    of: "button.tsx",
    states: {
      default: (
        <>
          <Button look="act">Sign the petition</Button> <Button>See it first</Button>{" "}
          <ButtonLink href="#top">A link</ButtonLink>
        </>
      ),
      focus: (
        <>
          <Button look="act">Sign the petition</Button> <Button>See it first</Button>
        </>
      ),
    },
  },
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
      error: <Check name="box" label="I sign." error="Tick this box to sign." />,
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
    of: "sign-form.tsx",
    states: {
      default: <SignForm action="/" company="Sample" />,
      error: <SignForm action="/" company="Sample" errors={errors} values={typed} />,
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
          <SignForm action="/" company="Sample" values={typed} />
        </SpellingChoice>
      ),
    },
  },
  { of: "proof-step.tsx", states: { loading: <ProofStep challenge="" action="/" values={typed} /> } },
  {
    of: "not-open.tsx",
    states: {
      closed: <NotOpen signing={{ outcome: "closed" }} />,
      empty: <NotOpen signing={{ outcome: "not-open", missing: ["operator", "funding"] }} />,
    },
  },
  {
    of: "kept-words.tsx",
    states: {
      filled: (
        <LanguagesProvider cameBack="as-typed" offered={[]}>
          <KeptWords action="/" values={{}} items={[{ term: "Name", detail: "Ana Sample" }]} />
        </LanguagesProvider>
      ),
    },
  },
  {
    of: "said-within.tsx",
    states: {
      default: <SaidWithin say={(title) => `Item 8: ${title}`} words="Un informe" language="es" />,
    },
  },
  {
    of: "count.tsx",
    states: {
      default: <Count campaign={campaign} signatures={812} asOf={page.asOf} />,
      empty: <Count campaign={campaign} signatures={0} />,
    },
  },
  { of: "share-links.tsx", states: { default: <ShareLinks url={page.url} campaign={campaign} /> } },
  {
    of: "own-link.tsx",
    states: {
      empty: <OwnLinkChoice link={null} />,
      filled: <OwnLinkHeld link={link} address={page.url} signature="" />,
    },
  },
  { of: "qr-code.tsx", states: { default: <QrCode text={page.url} label={page.url} /> } },
  {
    of: "language.tsx",
    states: {
      default: (
        <ul>
          <LanguageLinks />
        </ul>
      ),
      filled: (
        <LanguagesProvider cameBack="as-typed" offered={undefined}>
          <FormInOtherLanguages action="/" />
        </LanguagesProvider>
      ),
    },
  },
  { of: "petition-text.tsx", states: { default: <PetitionText body={campaign.petition.body} /> } },
  {
    of: "deed.tsx",
    states: {
      default: <Deed text={campaign.petition.body} name="Ana Sample" country="US" note="1 November 2026" />,
    },
  },
  {
    of: "definition-list.tsx",
    states: { default: <DefinitionList items={[{ term: "From", detail: "sample@example.org" }]} /> },
  },
  { of: "lines.tsx", states: { default: <Lines of={["One line.", "Another."]} /> } },
  {
    of: "rich-text.tsx",
    states: {
      default: (
        <RichText
          blocks={[
            { kind: "heading", level: 2, of: [{ kind: "text", text: "What happened" }] },
            { kind: "paragraph", of: [{ kind: "text", text: "Two things happened." }] },
          ]}
        />
      ),
    },
  },
  {
    of: "campaign-list.tsx",
    states: { default: <CampaignList campaigns={[campaign]} to={(path) => path} /> },
  },
  {
    of: "widget-frame.tsx",
    states: {
      default: (
        <WidgetFrame campaign={campaign} label="Sample">
          <Count campaign={campaign} signatures={812} />
        </WidgetFrame>
      ),
    },
  },
  {
    of: "footer.tsx",
    states: {
      default: <Footer campaign={campaign} examples={false} hasUpdates />,
      empty: <Footer examples={false} hasUpdates={false} />,
    },
  },
  { of: "case/minute.tsx", states: { default: <Minute claims={claims} /> } },
  {
    of: "case/figure-bars.tsx",
    states: { default: first?.figure && <FigureBars claim={first} figure={first.figure} /> },
  },
  {
    of: "case/section.tsx",
    states: {
      default: (
        <Section id="one" number={1} heading="A part">
          {campaign.standfirst}
        </Section>
      ),
    },
  },
  {
    of: "case/claim-block.tsx",
    states: { default: claims.map((one) => <ClaimBlock key={one.number} claim={one} />) },
  },
  { of: "case/argument.tsx", states: { default: <Argument {...page} /> } },
  { of: "case/legend.tsx", states: { default: <Legend /> } },
  { of: "case/timeline.tsx", states: { default: <Timeline events={page.argument.timeline} /> } },
  { of: "case/reasons.tsx", states: { default: <Reasons reasons={page.reasons} /> } },
  {
    of: "case/corrections.tsx",
    states: {
      default: <Corrections {...page.argument} petition={campaign.petition} contact="sample@example.org" />,
      empty: <Corrections corrections={[]} petition={campaign.petition} contact={null} />,
    },
  },
  {
    of: "case/sign-panel.tsx",
    states: {
      default: <SignPanel {...page} />,
      closed: <SignPanel {...page} signing={{ outcome: "closed" }} />,
    },
  },
];
