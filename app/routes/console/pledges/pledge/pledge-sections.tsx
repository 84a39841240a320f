import type { ReactNode } from "react";
import type { ReadPledge } from "#app/domain/entries/pledges/list/read-pledge.server.ts";
import { countryName } from "#app/i18n/index.ts";
import { useCompanies } from "#app/ui/console/companies.ts";
import { Moment, writeMoment } from "#app/ui/console/moment.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Link } from "#app/ui/remix.ts";
import type { PledgePage } from "./load.server.ts";

/** Shows a pledge's outcome, co-filing, consents, reminders and versions. */
export function PledgeSections({ page }: { page: PledgePage }) {
  const { pledgeList: words } = useWords();
  const { one: say } = words;
  const { pledge, slug } = page;
  const { at } = useCompanies();
  const ofMeeting = { meeting: String(pledge.meeting.year) };
  const reportedAt = pledge.outcomeAt ?? pledge.fundOutcomeAt;
  const cofile = pledge.willing.includes("cofile");
  const agreed = pledge.consents.some(
    ({ purpose, revokedAt }) => purpose === "contact_cofile" && revokedAt === null,
  );
  return (
    <>
      <Part name="outcome" heading={say.outcome.heading}>
        <p>
          {pledge.kind === "fund" ? words.fundOutcomes[pledge.fundOutcome] : words.outcomes[pledge.outcome]}
        </p>
        {reportedAt && <p className="small muted">{say.outcome.at(writeMoment(reportedAt))}</p>}
      </Part>
      {cofile && (
        <Part name="co-filing" heading={say.coFiler.heading}>
          {agreed ? (
            <p>
              {words.coFilers.states[pledge.coFiler?.state ?? "interested"]}.{" "}
              <Link to={at(`/organize/c/${slug}/co-filers`, pledge.company, ofMeeting)}>
                {say.coFiler.open}
              </Link>
            </p>
          ) : (
            <p className="muted">{say.coFiler.none}</p>
          )}
        </Part>
      )}
      <Part name="consents" heading={say.consentsHeading}>
        {pledge.consents.length === 0 && <p className="muted">{say.noConsents}</p>}
        <ul className="lines">
          {pledge.consents.map(({ purpose, grantedAt, revokedAt, textVersion }) => (
            <li key={`${purpose} ${grantedAt}`} className={revokedAt ? "muted" : undefined}>
              {words.consents[purpose]}
              <span className="small muted">
                {revokedAt
                  ? say.revoked(writeMoment(revokedAt))
                  : say.given(writeMoment(grantedAt), textVersion)}
              </span>
            </li>
          ))}
        </ul>
      </Part>
      <Reminders pledge={pledge} />
      <Part name="versions" heading={say.versionsHeading}>
        <ul className="lines">
          {pledge.versions.map(({ publicId, version, state, createdAt }) => {
            const line = say.versionLine(version, words.states[state]);
            return (
              <li key={publicId}>
                {publicId === pledge.publicId ? (
                  <>
                    {line}, {say.thisOne}
                  </>
                ) : (
                  <Link to={`/organize/c/${slug}/pledges/${publicId}`}>{line}</Link>
                )}
                <span className="small muted">
                  <Moment at={createdAt} />
                </span>
              </li>
            );
          })}
        </ul>
      </Part>
    </>
  );
}

function Reminders({ pledge }: Pick<PledgePage, "pledge">) {
  const { one: say } = useWords().pledgeList;
  return (
    <Part name="reminders" heading={say.remindersHeading}>
      {!pledge.remindersWanted && <p>{say.unwanted}</p>}
      {pledge.reminders.length === 0 && <p className="muted">{say.noReminders}</p>}
      <ul className="lines">
        {pledge.reminders.map(({ reminder, state, dueAt, queuedAt }) => (
          <li key={reminder} className={state === "scheduled" || state === "queued" ? undefined : "muted"}>
            {say.reminderKinds[reminder]}
            <span className="small muted">{say.reminderStates[state](writeMoment(queuedAt ?? dueAt))}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

type PartProps = { name: string; heading: string; children: ReactNode };

function Part({ name, heading, children }: PartProps) {
  return (
    <section className="block" aria-labelledby={name}>
      <h2 id={name}>{heading}</h2>
      {children}
    </section>
  );
}

/** Shows what the holder said, without the holding. */
export function PledgeAnswers({ pledge }: { pledge: ReadPledge }) {
  const { pledgeList: words, editing } = useWords();
  const { told: say } = words.one;
  const locale = useLocale();
  const since = pledge.heldSinceMonth ?? (pledge.tenureBucket && words.tenures[pledge.tenureBucket]);
  const holds = pledge.kind !== "fund";
  const facts: [string, ReactNode][] = [
    [say.email, pledge.email],
    [say.country, countryName(locale, pledge.country)],
    [say.kind, words.kinds[pledge.kind]],
    ...(holds
      ? ([
          [say.holding, words.holdings[pledge.holdingForm]],
          [say.since, since],
          [say.flags, pledge.accountFlags.map((flag) => words.flags[flag]).join(", ")],
          [say.recordDate, words.recordDate[pledge.heldOnRecordDate]],
          [say.standing, words.standing[pledge.standingInstruction]],
        ] as [string, ReactNode][])
      : ([[say.manager, pledge.fundManager && <bdi>{pledge.fundManager}</bdi>]] as [string, ReactNode][])),
    ...pledge.intentions.map(({ number, title, intention }): [string, ReactNode] => [
      title === null ? say.general : [number, title].filter(Boolean).join(" "),
      words.intentions[intention],
    ]),
    [say.willing, pledge.willing.map((each) => words.willing[each]).join(", ")],
    [say.display, words.displays[pledge.display]],
    [say.comment, pledge.comment && <span className="plain-text">{pledge.comment}</span>],
    [say.language, editing.page.languageNames[pledge.locale] ?? pledge.locale],
    [say.disclosure, pledge.disclosureVersion],
  ];
  return (
    <section className="block" aria-labelledby="told">
      <h2 id="told">{say.heading}</h2>
      <dl className="facts large">
        {facts.map(([term, detail]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{detail || <span className="muted">{say.nothing}</span>}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
