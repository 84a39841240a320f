import { useRef } from "react";
import type { Reach } from "#app/domain/outgoing/updates/audience/reach.ts";
import { formatDate, formatTime, type Words } from "#app/i18n/index.ts";
import { ActionButton } from "#app/ui/console/action-button.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { span } from "./figures.tsx";
import type { UpdatePage } from "./load.server.ts";
import { Problems } from "./problems.tsx";
import { Reading, useAudienceWords } from "./reading.tsx";
import { StateTable } from "./state-table.tsx";
import { totalsOf } from "./totals.ts";
import { useRenewal } from "./use-renewal.ts";

/** Reports on an update that ended. */
export function Report({ page }: { page: UpdatePage }) {
  const { report: say } = useWords().updates;
  const { update, progress, now } = page;
  // After cancelling, the worker ends waiting emails within seconds; mailboxes report for days.
  const settling = progress !== null && totalsOf(progress.counts).open > 0;
  useRenewal(settling ? 1000 : update.stage === "sent" ? 10_000 : null);
  return (
    <>
      {update.stage === "cancelled" && (
        <p className="lead">{progress ? say.cancelledText : say.neverBegun}</p>
      )}
      <div className="read-cols even">
        <div>
          <Facts page={page} />
          {progress && <StateTable progress={progress} now={now} />}
        </div>
        <div>
          {update.stage === "sent" && <JoinedSince page={page} />}
          {progress && <Problems problems={progress.problems} />}
        </div>
      </div>
      <Reading page={page} />
    </>
  );
}

function Facts({ page }: { page: UpdatePage }) {
  const { slug, update } = page;
  const { report: say, approval, progress } = useWords().updates;
  const tell = useAudienceWords(page);
  const locale = useLocale();
  const moment = (at: string) => `${formatDate(locale, at)}, ${formatTime(locale, at)} UTC`;
  const name = (who: { name: string } | null) => who?.name ?? approval.operator;
  const { startedAt, finishedAt } = update;
  const seconds = startedAt && finishedAt ? (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000 : null;
  const number = update.continuesNumber ?? update.number;
  const items = [
    { term: say.written, detail: name(update.author) },
    update.submittedAt && { term: say.submitted, detail: name(update.submitter) },
    update.approvedAt && {
      term: say.approved,
      detail: update.approvedAlone ? `${name(update.approver)}, ${say.alone}` : name(update.approver),
    },
    startedAt && { term: say.begun, detail: moment(startedAt) },
    finishedAt && { term: say.ended, detail: moment(finishedAt) },
    seconds !== null && update.stage === "sent" && { term: say.took, detail: span(seconds, progress) },
    { term: say.audience, detail: tell(update.audience) },
    startedAt && {
      term: say.archive,
      detail: update.hasPage ? (
        <a href={`/c/${slug}/updates/${number}`}>{say.archiveLink}</a>
      ) : (
        say.notArchived
      ),
    },
  ].filter((item) => typeof item === "object" && item !== null);
  return (
    <section className="report-facts">
      <h2>{say.heading}</h2>
      <DefinitionList items={items} />
    </section>
  );
}

/** Counted when the page opens: an automatic refresh keeps the count. */
function JoinedSince({ page: { people: counted, rights, draftId } }: { page: UpdatePage }) {
  const { since: say } = useWords().updates.report;
  const last = useRef(counted);
  if (counted !== null) last.current = counted;
  const reach = last.current;
  return (
    <section className="aside">
      <h2>{say.heading}</h2>
      <p>{reach === null ? <a href="?">{say.count}</a> : joined(say, reach)}</p>
      <p className="muted small">{say.left}</p>
      {rights.write && reach !== null && (reach.isRounded || reach.people > 0) && (
        <ActionButton intent="continue" fields={{ draft: draftId }}>
          {say.button}
        </ActionButton>
      )}
    </section>
  );
}

function joined(say: Words["updates"]["report"]["since"], { people, isRounded }: Reach) {
  if (!isRounded) return say.text(people);
  return people === 0 ? say.few : say.atLeast(people);
}
