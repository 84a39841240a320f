import {
  invitationDays,
  type OrganizerRight,
  organizerRoles,
  rightsOf,
} from "#app/domain/access/organizer.ts";
import { Button } from "#app/ui/button.tsx";
import { RightsFields } from "#app/ui/console/rights-fields.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { messageFor, Select, TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form } from "#app/ui/remix.ts";
import type { Answer } from "./act.server.ts";

type InviteFormProps = { may: { isOwner: boolean; own: readonly OrganizerRight[] }; answer: Answer };

/** Asks whom to invite and with which rights. A refused form keeps what was typed. */
export function InviteForm({ may, answer }: InviteFormProps) {
  const { invite: say, summary, errors } = useWords().team;
  const { values = {}, filled } = answer;
  const messages = (answer.errors ?? []).map(({ field, code }) => ({
    field,
    message: errors[code] ?? errors.unreadable ?? "",
  }));
  const typed = (field: string, otherwise: string) =>
    typeof values[field] === "string" ? values[field] : otherwise;
  const role = organizerRoles.find((each) => each === values.role) ?? "reviewer";
  const ticked = filled ?? (answer.values ? [values.right ?? []].flat() : rightsOf.reviewer);
  return (
    <section className="sheet" aria-labelledby="invite">
      <h2 id="invite">{say.title}</h2>
      <p className="muted">{say.text}</p>
      <ErrorSummary heading={summary} errors={messages} />
      <Form method="post" className="team-form" noValidate preventScrollReset>
        <TextInput
          name="email"
          type="email"
          label={say.email}
          error={messageFor(messages, "email")}
          defaultValue={typed("email", "")}
          autoComplete="off"
          maxLength={254}
          required
        />
        <RightsFields role={role} ticked={ticked} may={may} />
        <Select name="days" label={say.days} defaultValue={typed("days", "3")}>
          {invitationDays.map((days) => (
            <option key={days} value={days}>
              {say.daysOf(days)}
            </option>
          ))}
        </Select>
        <Button variant="act" name="intent" value="invite">
          {say.send}
        </Button>
      </Form>
    </section>
  );
}
