import type { OrganizationDetails } from "#app/domain/campaign/campaign.ts";
import { anyCompany, type NamedCompanies } from "#app/domain/campaign/company/campaign-companies.ts";
import type { Locale } from "#app/i18n/index.ts";
import { inOneLine } from "#app/i18n/sentence.ts";
import { useLocale, useLocalizedPath, useWords } from "./locale.tsx";

/** What a page's frame says about its campaign: any `Campaign` will do. */
export type PageCampaign = NamedCompanies & {
  slug: string;
  organization: OrganizationDetails;
  handoverOn?: string | null | undefined;
  offered?: readonly Locale[] | undefined;
  /** It has public updates: masthead and footer link to them. */
  hasUpdates?: boolean | undefined;
};

type FooterProps = {
  campaign?: PageCampaign | null | undefined;
  examples: boolean;
  /** The page says itself who runs the campaign. */
  brief?: boolean;
};

/** Says who runs and funds the campaign, that it is independent of the company, and links every page. */
export function Footer({ campaign, examples, brief = false }: FooterProps) {
  const { case: cases, common, names, transparency } = useWords();
  const locale = useLocale();
  const to = useLocalizedPath();
  return (
    <footer className={brief ? "foot brief" : "foot"}>
      <div className="wrap cols">
        {campaign && !brief && <Who campaign={campaign} examples={examples} />}
        <section>
          {!brief && <h2>{common.footer.independent}</h2>}
          <p>
            {campaign ? common.footer.notAffiliated(anyCompany(campaign, locale)) : common.footer.noCompany}{" "}
            {common.footer.noAdvice}
          </p>
        </section>
        <nav className="links" aria-label={common.footer.more}>
          {!brief && <h2>{common.footer.more}</h2>}
          <ul>
            {campaign && (
              <>
                <FooterLink href={to(`/c/${campaign.slug}`)}>{common.nav.case}</FooterLink>
                <FooterLink href={to(`/c/${campaign.slug}/pledge`)}>{common.nav.shareholders}</FooterLink>
                <FooterLink href={to(`/c/${campaign.slug}/letter`)}>{common.nav.letter}</FooterLink>
                <FooterLink href={to(`/c/${campaign.slug}/petition`)}>{common.nav.petition}</FooterLink>
                <FooterLink href={to(`/c/${campaign.slug}/sources`)}>{common.nav.sources}</FooterLink>
                <FooterLink href={to(`/c/${campaign.slug}/letters`)}>{common.nav.letters}</FooterLink>
                <FooterLink href={to(`/c/${campaign.slug}/voices`)}>{cases.reasons.heading}</FooterLink>
                <FooterLink href={to(`/c/${campaign.slug}/signers`)}>{names.signers.footer}</FooterLink>
                {campaign.hasUpdates && (
                  <FooterLink href={to(`/c/${campaign.slug}/updates`)}>{common.nav.updates}</FooterLink>
                )}
                <FooterLink href={to(`/c/${campaign.slug}/transparency`)}>{transparency.footer}</FooterLink>
                <FooterLink href={to(`/c/${campaign.slug}/embed`)}>{common.nav.embed}</FooterLink>
                <FooterLink href={to(`/c/${campaign.slug}#corrections`)}>{common.nav.corrections}</FooterLink>
              </>
            )}
            <FooterLink href={to(campaign ? `/c/${campaign.slug}/privacy` : "/privacy")}>
              {common.nav.privacy}
            </FooterLink>
            <FooterLink href={to("/accessibility")}>{common.nav.accessibility}</FooterLink>
            <FooterLink href={to("/manage")}>{common.nav.manage}</FooterLink>
          </ul>
        </nav>
      </div>
    </footer>
  );
}

const FooterLink = ({ href, children }: { href: string; children: string }) => (
  <li>
    <a href={href}>{children}</a>
  </li>
);

/** Says who runs and funds a campaign, and how to reach it. */
export function Who({ campaign, examples, isHeaded = true }: WhoProps) {
  const { common } = useWords();
  const { operator, postalAddress, contactEmail, fundingLine } = campaign.organization;
  const example = common.example;
  return (
    <section>
      {isHeaded && <h2 id="foot-who">{common.footer.who}</h2>}
      <p>
        <Stated
          value={operator}
          example={examples && example.operator}
          missing={common.footer.operatorMissing}
        >
          {(name) => common.footer.runBy(name)}
        </Stated>{" "}
        <Stated value={postalAddress} example={examples && example.postalAddress}>
          {inOneLine}
        </Stated>
      </p>
      <p>
        <Stated
          value={fundingLine}
          example={examples && example.fundingLine}
          missing={common.footer.fundingMissing}
        />
      </p>
      {(contactEmail ?? (examples && example.contactEmail)) && (
        <p>
          {common.footer.contact}{" "}
          <Stated value={contactEmail} example={examples && example.contactEmail}>
            {(address) => <a href={`mailto:${address}`}>{address}</a>}
          </Stated>
        </p>
      )}
      {examples && Object.values(campaign.organization).includes(null) && (
        <p className="small muted">{common.footer.exampleNote}</p>
      )}
    </section>
  );
}

type WhoProps = { campaign: PageCampaign; examples: boolean; isHeaded?: boolean };

type StatedProps = {
  value: string | null;
  example: string | false;
  missing?: string;
  children?: (text: string) => React.ReactNode;
};

/** Shows what an organizer wrote; else an example, marked; else that it is missing. */
export function Stated({ value, example, missing = "", children = (text) => text }: StatedProps) {
  const { common } = useWords();
  if (value) return <>{children(value)}</>;
  if (!example) return <>{missing}</>;
  return (
    <span>
      {children(example)}
      {"\u00a0"}
      <span className="mark">{common.footer.exampleMark}</span>
    </span>
  );
}
