import type { OrganizerRight, OrganizerRole } from "#app/domain/access/organizer.ts";
import { ActionButton } from "#app/ui/console/action-button.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { RightsInShort } from "#app/ui/console/rights-in-short.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { useIsMailLate } from "#app/ui/mail-delay.ts";

type Invitation = {
  id: string;
  email: string | null;
  role: OrganizerRole;
  rights: OrganizerRight[];
  by: string | null;
  expiresAt: string;
  isOver: boolean;
  mail: string | null;
};

/** Lists invitations nobody has accepted. */
export function OpenInvitations({ invitations }: { invitations: readonly Invitation[] }) {
  const { open: say } = useWords().team;
  const states = useIsMailLate() ? { ...say.mail, ...say.mailDelayed } : say.mail;
  return (
    <section className="sheet" aria-labelledby="open">
      <h2 id="open">{say.title}</h2>
      {invitations.length === 0 && <p className="muted">{say.none}</p>}
      {invitations.length > 0 && (
        <ul className="rows">
          {invitations.map(({ id, email, role, rights, by, expiresAt, isOver, mail }) => (
            <li key={id}>
              <div>
                <b className="clip">{email ?? say.anyone}</b>
                <span className="muted small">
                  {say.by(by ?? say.operator)} · {(isOver ? say.over : say.until)(writeMoment(expiresAt))}
                  {mail && ` · ${states[mail] ?? mail}`}
                </span>
                <p className="small">
                  <RightsInShort role={role} rights={rights} />
                </p>
              </div>
              <div className="row-acts">
                {email !== null && (
                  <ActionButton intent="renew" fields={{ invitation: id }}>
                    {say.renew}
                  </ActionButton>
                )}
                <ActionButton intent="revoke" fields={{ invitation: id }}>
                  {say.revoke}
                </ActionButton>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
