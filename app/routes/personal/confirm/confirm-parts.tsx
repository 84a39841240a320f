import type { EntryPart } from "#app/domain/entries/entry-part.ts";
import type { Holding } from "#app/domain/entries/pledges/pledge.ts";
import type { PledgeSummary } from "#app/domain/entries/pledges/pledge-summary.ts";
import type { SignatureDisplay } from "#app/domain/entries/signatures/signature.ts";
import { countryName, formatDate, type Locale } from "#app/i18n/index.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { useLocale, useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Disclosures } from "#app/ui/pledge/disclosures.tsx";
import { useHoldingText, usePledgeRows } from "#app/ui/pledge-rows.tsx";
import { SignedStatement } from "#app/ui/signed-statement.tsx";
import { ChangedNotice } from "./changed-notice.tsx";
import { ConfirmForm } from "./confirm-form.tsx";
import { useEmailsRow } from "./emails-row.tsx";
import { NoButton } from "./no-button.tsx";

type ConfirmPledgeProps = {
  pledge: PledgeSummary;
  name: string;
  country: string;
  email: string;
  /** The language of our emails. */
  emailLocale: Locale;
  pledgedAt: Date;
  company: string;
  /** Null for a fund, and if it cannot be read. */
  holding: Holding | null;
  agreed: { updates: boolean; contactCofile: boolean };
  /** Another version is in force. */
  replaces: boolean;
  digest: string;
  changed: readonly EntryPart[] | null;
};

/** Shows what is pledged with how many shares, by whom, for which meeting, and one button. */
export function ConfirmPledge(props: ConfirmPledgeProps) {
  const { pledge, name, country, pledgedAt, company, agreed, replaces, digest, changed } = props;
  const { pledgeSummary, personal } = useWords();
  const { confirm, told } = pledgeSummary;
  const locale = useLocale();
  const shares = useHoldingText(props.holding) ?? confirm.sharesUnreadable;
  const rows = usePledgeRows(pledge, pledge.kind === "fund" ? told.sharesNone : shares, agreed);
  const emails = useEmailsRow(props.email, props.emailLocale);
  return (
    <>
      <p className="eyebrow">{confirm.eyebrow}</p>
      <h1>{confirm.title}</h1>
      <p className="standfirst">{confirm.filledIn(formatDate(locale, pledgedAt))}</p>
      {changed && <ChangedNotice parts={changed} />}
      <div className="entry-facts">
        <DefinitionList
          items={[
            { term: personal.manage.name, detail: <bdi>{name}</bdi> },
            { term: personal.manage.country, detail: countryName(locale, country) },
            ...rows,
            emails,
          ]}
        />
      </div>
      <ConfirmForm say={confirm} digest={digest}>
        {confirm.what} {replaces && confirm.replaces}
      </ConfirmForm>
      <Disclosures company={company} fund={pledge.kind === "fund"} />
    </>
  );
}

type NoPledgeProps = {
  outcome:
    | "confirmed"
    | "in-review"
    | "not-accepted"
    | "withdrawn"
    | "superseded"
    | "too-late"
    | "told"
    | "expired"
    | "gone";
  campaign: { slug: string; company: string } | null;
  fund: boolean;
};

/** Says why there is no button, and what to do. */
export function NoPledgeToConfirm({ outcome, campaign, fund }: NoPledgeProps) {
  const { pledgeSummary, unsubscribe } = useWords();
  const { confirm } = pledgeSummary;
  const to = useLocalizedPath();
  const says = {
    confirmed: [confirm.doneTitle, confirm.doneText],
    "in-review": [confirm.reviewTitle, confirm.reviewText],
    "not-accepted": [confirm.refusedTitle, confirm.refusedText],
    withdrawn: [confirm.withdrawnTitle, confirm.withdrawnText],
    superseded: [confirm.supersededTitle, confirm.supersededText],
    "too-late": [confirm.lateTitle, confirm.lateText],
    told: [confirm.toldTitle, confirm.toldText],
    expired: [confirm.expiredTitle, confirm.expiredText],
    gone: [confirm.goneTitle, confirm.goneText],
  } as const;
  return (
    <>
      <NoButton says={says[outcome]}>
        {outcome === "told" ? (
          <a href={to("/manage")}>{unsubscribe.toManage}</a>
        ) : (
          <ButtonLink href={to(campaign ? `/c/${campaign.slug}/pledge` : "/")}>{confirm.toForm}</ButtonLink>
        )}
      </NoButton>
      {campaign && <Disclosures company={campaign.company} fund={fund} />}
    </>
  );
}

type ConfirmActionProps = {
  signature: {
    title: string;
    name: string;
    country: string;
    postalCode: string | null;
    email: string;
    /** The language of our emails. */
    emailLocale: Locale;
    comment: string | null;
    display: SignatureDisplay;
    petition: string;
    petitionLanguage?: string | undefined;
    petitionVersion: number;
    signedAt: Date;
  };
  /** `nameTo` and `nameNotTo`: which companies get the name, and which do not. */
  agreed: { updates: boolean; nameTo: readonly string[]; nameNotTo: readonly string[] };
  digest: string;
  /** A later form of the address, with words of its own. */
  newer: { to: string; postedAt: Date } | null;
  changed: readonly EntryPart[] | null;
};

/** Shows the signed words, the name under them, and one button. */
export function ConfirmAction({ signature, agreed, digest, newer, changed }: ConfirmActionProps) {
  const { confirm, manage } = useWords().personal;
  const locale = useLocale();
  const to = useLocalizedPath();
  const { postalCode, comment } = signature;
  const rows = [
    ...(comment ? [{ term: manage.comment, detail: <bdi>{comment}</bdi> }] : []),
    ...(postalCode ? [{ term: manage.postalCode, detail: postalCode }] : []),
    useEmailsRow(signature.email, signature.emailLocale),
  ];
  const { nameTo, nameNotTo } = agreed;
  const choices = [
    confirm.shown[signature.display],
    agreed.updates ? confirm.agreed.updates : confirm.agreed.noUpdates,
    ...(nameTo.length > 0 ? [confirm.agreed.deliver(nameTo)] : []),
    ...(nameNotTo.length > 0 ? [confirm.agreed.noDeliver(nameNotTo)] : []),
  ];
  return (
    <>
      <p className="eyebrow">{signature.title}</p>
      <h1>{confirm.title}</h1>
      {changed && <ChangedNotice parts={changed} />}
      {newer && (
        <p className="notice gap">
          {confirm.newer(formatDate(locale, newer.postedAt))} <a href={to(newer.to)}>{confirm.toNewer}</a>
        </p>
      )}
      <SignedStatement
        text={signature.petition}
        language={signature.petitionLanguage}
        name={signature.name}
        country={signature.country}
        note={confirm.version(signature.petitionVersion, formatDate(locale, signature.signedAt))}
      />
      <div className="entry-facts">
        <DefinitionList items={rows} />
      </div>
      <ConfirmForm say={confirm} digest={digest}>
        {confirm.what} {choices.join(" ")}
      </ConfirmForm>
    </>
  );
}
