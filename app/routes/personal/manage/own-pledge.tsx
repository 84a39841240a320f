import { isFinal } from "#app/domain/entries/pledges/pledge.ts";
import { formatDate, type Words } from "#app/i18n/index.ts";
import { formatMonth, unbroken } from "#app/i18n/known-date.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { useHoldingText, usePledgeRows } from "#app/ui/pledge-rows.tsx";
import { PledgeForms } from "./entry-forms.tsx";
import type { LinkedPledge, StoredConsent } from "./own-data.ts";

type OwnPledgeProps = {
  pledge: LinkedPledge;
  consents: readonly StoredConsent[];
  /** A signature's form on this page already asks for updates of the same campaign. */
  signed: boolean;
};

/** Shows a pledge: holding, state, reminders, views, and the ways to change or withdraw it. */
export function OwnPledge({ pledge, consents, signed }: OwnPledgeProps) {
  const { manage, told } = useWords().pledgeSummary;
  const locale = useLocale();
  const day = (time: Date) => formatDate(locale, time);
  const holding =
    useHoldingText(pledge.holding) ?? (pledge.unreadable ? manage.sharesUnreadable : manage.sharesWiped);
  const rows = usePledgeRows(pledge, pledge.kind === "fund" ? told.sharesNone : holding);
  const { publicId, meeting, version, status, confirmedAt, createdAt, disclosureVersion } = pledge;
  const ended = status === "withdrawn" || status === "superseded";
  const inForce = (purpose: string) =>
    consents.some(
      (consent) =>
        consent.purpose === purpose &&
        consent.revokedAt === null &&
        (consent.companyId === null || consent.companyId === pledge.companyId),
    );
  return (
    <section className="own-section" aria-labelledby={publicId}>
      <h2 id={publicId}>{manage.heading(pledge.company, meeting.year)}</h2>
      <div className="entry-facts">
        <DefinitionList
          items={[
            { term: manage.campaign, detail: <span lang={pledge.titleLanguage}>{pledge.title}</span> },
            { term: manage.state, detail: `${useStateText(pledge)}; ${manage.version(version)}` },
            ...rows.filter(({ term }) => !ended || term !== told.shownAs),
            {
              term: manage.pledgedOn,
              detail: manage.pledged(day(createdAt), formatMonth(locale, disclosureVersion)),
            },
            ...(confirmedAt ? [{ term: manage.confirmedOn, detail: day(confirmedAt) }] : []),
            { term: manage.verification, detail: useVerificationText(pledge) },
            ...useOutcome(pledge),
            ...useFundOutcome(pledge),
          ]}
        />
      </div>
      {pledge.confirmPath && (
        <p className="gap">
          <a href={pledge.confirmPath}>{manage.confirmLink}</a>
        </p>
      )}
      {pledge.changePath && (
        <p className="gap">
          <a href={pledge.changePath}>{ended ? manage.againLink : manage.changeLink}</a>:{" "}
          {ended ? manage.againText : manage.changeText}
        </p>
      )}
      <Reminders pledge={pledge} />
      <PledgeForms
        pledge={pledge}
        contact={meeting.coFiling || inForce("contact_cofile") ? inForce("contact_cofile") : null}
        updates={signed ? null : inForce("updates")}
      />
      <HoldingViews pledge={pledge} />
    </section>
  );
}

function useStateText({ status, reviewedAt }: LinkedPledge): string {
  const { states } = useWords().pledgeSummary.manage;
  return status === "flagged" && reviewedAt !== null ? states.notAccepted : states[status];
}

function useVerificationText({ verification, verifiedAt }: LinkedPledge): string {
  const { verifications } = useWords().pledgeSummary.manage;
  const locale = useLocale();
  const on = verifiedAt ? formatDate(locale, verifiedAt) : "";
  const text = verifications[verification];
  return typeof text === "string" ? text : text(on);
}

/** The reported outcome, with the page to report it once that is possible. */
function useOutcome({ kind, outcome, outcomeAt, votedPath }: LinkedPledge) {
  const { manage } = useWords().pledgeSummary;
  const locale = useLocale();
  if (kind === "fund" || (outcome === "unknown" && !votedPath)) return [];
  const known = outcome !== "unknown" && outcomeAt !== null;
  const text = manage.outcomes[outcome];
  const link = known ? manage.outcomeChange : manage.outcomeLink;
  const detail = (
    <>
      {known ? manage.outcomeTold(text, formatDate(locale, outcomeAt)) : text}
      {votedPath && (
        <span className="each">
          <a href={votedPath}>{link}</a>
        </span>
      )}
    </>
  );
  return [{ term: manage.outcome, detail }];
}

/** The outcome of a fund holder's letter, with the page that shows and asks it. */
function useFundOutcome({ kind, fundOutcome, fundOutcomeAt, votedPath }: LinkedPledge) {
  const { manage } = useWords().pledgeSummary;
  const locale = useLocale();
  if (kind !== "fund" || (fundOutcomeAt === null && !votedPath)) return [];
  const outcome = manage.fundOutcomes[fundOutcome];
  const detail = (
    <>
      {fundOutcomeAt ? manage.outcomeTold(outcome, formatDate(locale, fundOutcomeAt)) : outcome}
      {votedPath && (
        <span className="each">
          <a href={votedPath}>{manage.letterLink}</a>
        </span>
      )}
    </>
  );
  return [{ term: manage.letter, detail }];
}

/** Sent and planned reminders, or why there are none. */
function Reminders({ pledge }: { pledge: LinkedPledge }) {
  const { manage, reminders: words } = useWords().pledgeSummary;
  const locale = useLocale();
  const planned = pledge.reminders.filter(({ state }) => state === "scheduled" || state === "queued");
  const comes = planned.some(({ state }) => state === "scheduled");
  return (
    <>
      <h3>{manage.remindersHeading}</h3>
      {!comes && <p className="small">{whyNone(pledge, words)}</p>}
      {planned.length > 0 && (
        <ul className="plain small">
          {planned.map(({ reminder, dueOn, state, queuedOn }) => (
            <li key={reminder}>
              {words.line(
                words.kinds[reminder],
                words.states[state](unbroken(formatDate(locale, queuedOn ?? dueOn))),
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function whyNone(pledge: LinkedPledge, words: Words["pledgeSummary"]["reminders"]): string {
  if (pledge.status !== "active") return words.ended;
  if (pledge.outcome !== "unknown" || isFinal(pledge.fundOutcome)) return words.told;
  if (!pledge.reminded) return words.stopped;
  if (pledge.next === "over") return words.over;
  if (pledge.kind === "fund") return words.noneForFund;
  if (pledge.heldOnRecordDate === "no") return words.notHeld;
  return pledge.next === "undated" ? words.none : words.noneLeft;
}

function HoldingViews({ pledge }: { pledge: LinkedPledge }) {
  const { manage } = useWords().pledgeSummary;
  const locale = useLocale();
  if (pledge.kind === "fund" || pledge.status === "email_pending") return null;
  return (
    <>
      <h3>{manage.looksHeading}</h3>
      {pledge.looks.length === 0 && <p className="small">{manage.looksNone}</p>}
      {pledge.looks.length > 0 && (
        <ul className="plain small">
          {pledge.looks.map(({ at, by, byOperator, how }) => (
            <li key={`${how} ${at.toISOString()} ${by}`}>
              {manage.look[how](
                byOperator ? manage.lookByOperator : by || manage.lookByGone,
                formatDate(locale, at),
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
