import { ActionButton } from "#app/ui/console/action-button.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { useWords } from "#app/ui/locale.tsx";
import type { AccountPage } from "./load.server.ts";

/** Lists one's sessions. */
export function Sessions({ page: { sessions } }: { page: AccountPage }) {
  const { account: say } = useWords().people;
  return (
    <section className="sheet">
      <h2>{say.sessions}</h2>
      <p className="muted">{say.sessionsText}</p>
      <ul className="rows">
        {sessions.map(({ id, device, createdAt, seenAt, strongBy, isThis }) => (
          <li key={id}>
            <div>
              <b>{device ?? say.unknownDevice}</b>
              <span className="muted">
                {say.sessionTimes(writeMoment(createdAt), writeMoment(seenAt))}
                {strongBy && ` · ${say.by[strongBy] ?? strongBy}`}
              </span>
            </div>
            <div className="cluster">
              {isThis ? (
                <span className="muted">{say.thisOne}</span>
              ) : (
                <ActionButton intent="end-session" fields={{ session: id }}>
                  {say.end}
                </ActionButton>
              )}
            </div>
          </li>
        ))}
      </ul>
      {sessions.length > 1 && <ActionButton intent="end-others">{say.endOthers}</ActionButton>}
    </section>
  );
}
