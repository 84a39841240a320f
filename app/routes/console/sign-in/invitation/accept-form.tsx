import type { OrganizerRole } from "#app/domain/access/organizer.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { messageFor, TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form } from "#app/ui/remix.ts";

type AcceptFormProps = {
  invitation: { campaign: string; role: OrganizerRole; email: string | null; until: string };
  errors: readonly { field: string; code: string }[];
  values: Record<string, string | string[]>;
};

export function AcceptForm({ invitation, errors, values }: AcceptFormProps) {
  const { organize } = useWords();
  const { invitation: say, signIn, roles, roleMeans } = organize;
  const messages = errors.map(({ field, code }) => ({
    field,
    message: say.errors[code] ?? signIn.errors[code] ?? signIn.errors.unreadable ?? "",
  }));
  const typed = (field: string) => (typeof values[field] === "string" ? values[field] : "");
  return (
    <>
      <ErrorSummary heading={say.summary} errors={messages} />
      <h1 className="form">{say.title}</h1>
      <p className="standfirst">{say.text(invitation.campaign, roles[invitation.role])}</p>
      <p className="gap">
        {roleMeans[invitation.role]} {say.until(invitation.until)}
      </p>
      <Form method="post" className="sign-form" noValidate>
        <TextInput
          name="name"
          label={say.name}
          hint={say.nameHint}
          error={messageFor(messages, "name")}
          defaultValue={typed("name")}
          autoComplete="name"
          maxLength={120}
          required
        />
        <TextInput
          name="email"
          type="email"
          label={say.email}
          hint={say.emailHint}
          error={messageFor(messages, "email")}
          defaultValue={typed("email") || (invitation.email ?? "")}
          autoComplete="email"
          maxLength={254}
          required
        />
        <Button variant="act" wide>
          {say.accept}
        </Button>
      </Form>
    </>
  );
}
