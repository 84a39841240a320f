import { campaign, page } from "#app/routes/dev/ui/sample.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { CampaignList } from "#app/ui/campaign-list.tsx";
import { CompanyLinks } from "#app/ui/company-links.tsx";
import { Count } from "#app/ui/count.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { EmailAddress } from "#app/ui/email-address.tsx";
import { Footer } from "#app/ui/footer.tsx";
import { Heading, UnderHeading } from "#app/ui/heading.tsx";
import { CampaignEyebrow, InLanguage } from "#app/ui/in-language.tsx";
import { KeptWords } from "#app/ui/kept-words.tsx";
import { FormInOtherLanguages, LanguageLinks, LanguagesProvider } from "#app/ui/language.tsx";
import { Lines } from "#app/ui/lines.tsx";
import { NotOpen } from "#app/ui/not-open.tsx";
import { OwnLinkChoice, OwnLinkStats } from "#app/ui/own-link.tsx";
import { PetitionText } from "#app/ui/petition-text.tsx";
import { QrCode } from "#app/ui/qr-code.tsx";
import { QuotingSentence } from "#app/ui/quoting-sentence.tsx";
import { RichText } from "#app/ui/rich-text.tsx";
import { ShareLinks } from "#app/ui/share-links.tsx";
import { SignedStatement } from "#app/ui/signed-statement.tsx";
import { UpdateDateline } from "#app/ui/update-dateline.tsx";
import { WidgetFrame } from "#app/ui/widget-frame.tsx";
import { Wordmark } from "#app/ui/wordmark.tsx";
import type { Specimen } from "./specimen.ts";

const link = { code: "abcd1234", told: 10, createdAt: new Date("2026-11-20") };

/** Parts of any page. */
export const siteSpecimens: readonly Specimen[] = [
  { of: "wordmark.tsx", states: { default: <Wordmark />, focus: <Wordmark /> } },
  {
    of: "button.tsx",
    states: {
      default: (
        <>
          <Button variant="act">Sign the petition</Button> <Button>See it first</Button>{" "}
          <ButtonLink href="#top">A link</ButtonLink>
        </>
      ),
      focus: (
        <>
          <Button variant="act">Sign the petition</Button> <Button>See it first</Button>
        </>
      ),
    },
  },
  {
    of: "company-links.tsx",
    states: {
      default: (
        <CompanyLinks
          links={[
            { name: "Sample Corporation", href: "#top", current: true },
            { name: "Another Corporation", href: "#other" },
          ]}
        />
      ),
    },
  },
  {
    of: "heading.tsx",
    states: {
      default: (
        <>
          <Heading>A section</Heading>
          <UnderHeading>
            <Heading>A part of a section</Heading>
          </UnderHeading>
        </>
      ),
    },
  },
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
    of: "quoting-sentence.tsx",
    states: {
      default: <QuotingSentence say={(title) => `Item 8: ${title}`} words="Un informe" language="es" />,
    },
  },
  {
    of: "in-language.tsx",
    states: {
      default: (
        <p>
          <span lang="es">Un informe</span> <InLanguage language="es" />
        </p>
      ),
      filled: <CampaignEyebrow campaign={{ title: "Un río en el que se pueda nadar", language: "es" }} />,
    },
  },
  {
    of: "count.tsx",
    states: {
      default: <Count campaign={campaign} signatures={812} />,
      empty: <Count campaign={campaign} signatures={0} />,
    },
  },
  { of: "share-links.tsx", states: { default: <ShareLinks url={page.url} campaign={campaign} /> } },
  {
    of: "own-link.tsx",
    states: {
      empty: <OwnLinkChoice link={null} />,
      filled: <OwnLinkStats link={link} address={page.url} signature="" />,
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
    of: "signed-statement.tsx",
    states: {
      default: (
        <SignedStatement
          text={campaign.petition.body}
          name="Ana Sample"
          country="US"
          note="November 1, 2026"
        />
      ),
    },
  },
  {
    of: "definition-list.tsx",
    states: { default: <DefinitionList items={[{ term: "From", detail: "sample@example.org" }]} /> },
  },
  { of: "email-address.tsx", states: { default: <EmailAddress>sample@example.org</EmailAddress> } },
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
    of: "update-dateline.tsx",
    states: {
      default: (
        <>
          <UpdateDateline of={{ number: 2, locale: "en", startedAt: "2026-11-05" }} />
          <UpdateDateline of={{ number: 1, locale: "es", startedAt: "2026-10-02" }} />
        </>
      ),
    },
  },
  {
    of: "footer.tsx",
    states: { default: <Footer campaign={campaign} examples={false} />, empty: <Footer examples={false} /> },
  },
];
