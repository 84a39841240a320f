import type { ReactNode } from "react";
import { type Membership, mayDo } from "#app/domain/access/organizer.ts";
import { formatDate, formatNumber } from "#app/i18n/index.ts";
import { version } from "#app/lib/version.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Form, NavLink } from "#app/ui/remix.ts";
import { Cross } from "#app/ui/wordmark.tsx";
import type { Law } from "./companies.ts";
import { Frozen } from "./frozen.ts";
import { useKeepTyped } from "./use-keep-typed.ts";
import { useScrollToCurrent } from "./use-scroll-to-current.ts";

type InCampaign = Membership & {
  slug: string;
  confirmed: number;
  /** Signatures on hold. */
  onHold: number;
  updates: number;
  pledges: number;
  letters: number;
  mayExport: boolean;
  isFrozen: boolean;
  closing: ClosingNote;
  companies: readonly { slug: string; law: Law }[];
};

/** `erases`: closed, with the day when personal data is erased. `asked`: waits for a second person. */
type ClosingNote = { erases: string } | "erased" | "asked" | null;

type ConsoleFrameProps = {
  /** The organizer's name. */
  who: string;
  /** The campaign's title. */
  title: string | null;
  campaign?: InCampaign;
  children: ReactNode;
};

/** Frames the console: organizer and campaign at the top, its pages at the side, and the page. */
export function ConsoleFrame({ who, title, campaign, children }: ConsoleFrameProps) {
  const { organize, common, people } = useWords();
  useScrollToCurrent();
  const isBack = useKeepTyped(who);
  const name = campaign ? `${who}, ${organize.roles[campaign.role]}` : who;
  return (
    <div className="console">
      <a className="skip" href="#main">
        {organize.skip}
      </a>
      <header className="top">
        <a className="logo" href="/organize">
          <span>
            <Cross />
            {common.product}
          </span>
        </a>
        {title && <p className="camp">{title}</p>}
        <div className="who">
          <span>{organize.times}</span>
          <a href="/organize/account">{name}</a>
          <SignOut />
        </div>
        <details className="menu">
          <summary>{organize.menu}</summary>
          <nav aria-label={organize.menu}>
            {campaign && <Links campaign={campaign} />}
            <p className="muted">{name}</p>
            <a href="/organize/account">{people.account.link}</a>
            <SignOut />
          </nav>
        </details>
      </header>
      <div className={campaign ? "body" : undefined}>
        {campaign && (
          <nav className="rail" aria-label={organize.console}>
            <Links campaign={campaign} />
          </nav>
        )}
        <main id="main">
          {isBack && (
            <p className="banner banner-warning" role="status">
              {organize.formBack}
            </p>
          )}
          {campaign?.isFrozen && <FrozenNote campaign={campaign} />}
          {campaign?.closing && <ClosedNote campaign={campaign} note={campaign.closing} />}
          <Frozen.Provider value={campaign?.isFrozen === true}>{children}</Frozen.Provider>
        </main>
      </div>
      <footer className="version small muted">{common.version(version)}</footer>
    </div>
  );
}

function Links({ campaign }: { campaign: InCampaign }) {
  const {
    organize,
    updates,
    meetings,
    pledgeList,
    letterConsole,
    dashboard,
    audit,
    closing,
    failedEmails,
    editing,
    team,
    tokens,
    imports,
    requests,
  } = useWords();
  const { review } = useWords();
  const { nav } = organize;
  const locale = useLocale();
  const base = `/organize/c/${campaign.slug}`;
  const coFiled = campaign.companies.find(({ law }) => law.rule);
  const ofCompany = coFiled && campaign.companies.length > 1 ? `?company=${coFiled.slug}` : "";
  return (
    <>
      <RailLink to={base} label={dashboard.nav} end />
      <p className="group">{nav.people}</p>
      <RailLink
        to={`${base}/signatures`}
        label={nav.signatures}
        count={formatNumber(locale, campaign.confirmed)}
      />
      {mayDo(campaign, "review") && (
        <RailLink to={`${base}/review`} label={review.nav} count={formatNumber(locale, campaign.onHold)} />
      )}
      <p className="group">{meetings.nav.shareholders}</p>
      <RailLink
        to={`${base}/pledges`}
        label={pledgeList.nav.pledges}
        count={formatNumber(locale, campaign.pledges)}
      />
      {coFiled && <RailLink to={`${base}/co-filers${ofCompany}`} label={pledgeList.nav.coFilers} />}
      <RailLink to={`${base}/meetings`} label={meetings.nav.meetings} />
      <p className="group">{updates.nav.mail}</p>
      <RailLink
        to={`${base}/updates`}
        label={updates.nav.updates}
        count={formatNumber(locale, campaign.updates)}
      />
      <RailLink to={`${base}/emails`} label={failedEmails.nav} />
      <ToTheCompany base={base} campaign={campaign} say={letterConsole.nav} />
      <p className="group">{editing.nav.group}</p>
      <RailLink to={`${base}/edit`} label={editing.nav.edit} />
      {mayDo(campaign, "manage") && <RailLink to={`${base}/team`} label={team.nav.team} />}
      {mayFreeze(campaign) && <RailLink to={`${base}/freeze`} label={team.nav.freeze} />}
      {mayDo(campaign, "manage") && <RailLink to={`${base}/close`} label={closing.nav} />}
      <p className="group">{nav.data}</p>
      {campaign.mayExport && <RailLink to={`${base}/exports`} label={nav.exports} />}
      {mayDo(campaign, "manage") && <RailLink to={`${base}/imports`} label={imports.nav} />}
      <RailLink to={`${base}/tokens`} label={tokens.nav} />
      <RailLink to={`${base}/audit`} label={audit.nav} />
      {mayDo(campaign, "manage") && <RailLink to={`${base}/requests`} label={requests.nav} />}
      <p className="group apart">
        <a href={`/c/${campaign.slug}`}>{nav.publicPage}</a>
      </p>
    </>
  );
}

type ToTheCompanyProps = {
  base: string;
  campaign: InCampaign;
  say: { group: string; letters: string; names: string; packs: string };
};

/** Links dispatches and the reviews before them. Organizers who see no names start with dispatches. */
function ToTheCompany({ base, campaign, say }: ToTheCompanyProps) {
  const locale = useLocale();
  const first = mayDo(campaign, "view-names") ? `${base}/letters` : `${base}/letters/dispatches`;
  return (
    <>
      <p className="group">{say.group}</p>
      <RailLink to={first} label={say.letters} count={formatNumber(locale, campaign.letters)} />
      {mayDo(campaign, "review") && <RailLink to={`${base}/names`} label={say.names} />}
      {(mayDo(campaign, "export-signatures") || mayDo(campaign, "approve")) && (
        <RailLink to={`${base}/packs`} label={say.packs} />
      )}
    </>
  );
}

function RailLink({ to, label, count, end }: { to: string; label: string; count?: string; end?: true }) {
  return (
    <NavLink to={to} {...(end ? { end } : {})}>
      <span>
        <Cross />
        {label}
      </span>
      {count && <span className="num">{count}</span>}
    </NavLink>
  );
}

const mayFreeze = (campaign: InCampaign) => mayDo(campaign, "manage") || mayDo(campaign, "approve");

/** A note on every page of a frozen campaign. */
function FrozenNote({ campaign }: { campaign: InCampaign }) {
  const { freeze: say } = useWords().team;
  return (
    <div className="banner banner-error" role="note">
      <p>
        <b>{say.banner}</b> {say.bannerText}{" "}
        {mayFreeze(campaign) && <a href={`/organize/c/${campaign.slug}/freeze`}>{say.bannerLink}</a>}
      </p>
    </div>
  );
}

/** A note on every page of a campaign that is closed or waits to be. */
function ClosedNote({ campaign, note }: { campaign: InCampaign; note: NonNullable<ClosingNote> }) {
  const { banner: say } = useWords().closing;
  const locale = useLocale();
  const status =
    note === "asked"
      ? say.asked
      : note === "erased"
        ? say.erased
        : say.closed(formatDate(locale, note.erases));
  return (
    <div className="banner banner-warning" role="note">
      <p>
        {status} {mayDo(campaign, "manage") && <a href={`/organize/c/${campaign.slug}/close`}>{say.link}</a>}
      </p>
    </div>
  );
}

function SignOut() {
  const { organize } = useWords();
  return (
    <Form method="post" action="/sign-out">
      <button type="submit" className="text-button">
        {organize.signOut}
      </button>
    </Form>
  );
}
