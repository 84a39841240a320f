import { ActionButton } from "#app/ui/console/action-button.tsx";
import { Approval as Act } from "#app/ui/console/approval.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { useWords } from "#app/ui/locale.tsx";
import type { UpdatePage } from "./load.server.ts";
import { AudienceFacts, Hands, Reading } from "./reading.tsx";

type ApprovalProps = { page: UpdatePage };

/** Shows an update to read, and to approve if it waits for that. */
export function Approval({ page }: ApprovalProps) {
  const { approval: say } = useWords().updates;
  const waits = page.update.stage === "submitted";
  return (
    <div className="cols">
      <div>
        {waits && <p className="lead">{say.text}</p>}
        <Reading page={page} />
      </div>
      <div>
        {waits && <Differs page={page} />}
        {waits && <Decision page={page} />}
        <AudienceFacts page={page} />
        {waits && <Changes page={page} />}
        <Hands update={page.update} />
      </div>
    </div>
  );
}

/** Lists what changed around the words since the approval or its request. */
export function Differs({ page: { frameState, update } }: ApprovalProps) {
  const { differs: say } = useWords().updates;
  if (frameState.differs.length === 0) return null;
  return (
    <section className="notice">
      <h2>{update.approvedAt ? say.sinceApproved : say.sinceAsked}</h2>
      <ul className="bullets">
        {frameState.differs.map((part) => (
          <li key={part}>{say.parts[part]}</li>
        ))}
      </ul>
      {update.stage !== "paused" && <p>{say.submitAgain}</p>}
    </section>
  );
}

export function Decision({ page }: ApprovalProps) {
  const { approval: say } = useWords().updates;
  const { approval, rights, update, frameState } = page;
  const { approving, others, deadlock } = approval;
  const isPaused = update.stage === "paused";
  const takeBack = rights.write && !isPaused && (
    <ActionButton intent="take-back">{say.takeBack}</ActionButton>
  );
  return (
    <section className="block decision">
      <h2>{approving === "alone" ? say.alone.heading : say.actHeading}</h2>
      <div className="stack gap">
        <Act
          state={approval}
          fields={{ version: update.version, frame: frameState.frame }}
          thing={{ kind: "update", subject: update.publicId }}
          asked={page}
          say={{ ...say, own: deadlock ? say.deadlock : say.own(others) }}
        />
        {approving !== "yes" && takeBack}
      </div>
    </section>
  );
}

function Changes({ page: { changes } }: { page: UpdatePage }) {
  const { approval: say, languages } = useWords().updates;
  return (
    <section className="block">
      <h2>{say.changesHeading}</h2>
      {changes === null ? (
        <p>{say.first}</p>
      ) : changes.parts.length === 0 ? (
        <p>{say.same(writeMoment(changes.at))}</p>
      ) : (
        <>
          <p>{say.changed(writeMoment(changes.at))}</p>
          <ul className="bullets">
            {changes.parts.map((part) => (
              <li key={part}>{say.parts[part] ?? say.textIn(languages[part] ?? part)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
