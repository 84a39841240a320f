import type { ReactNode } from "react";
import { Check } from "#app/ui/check.tsx";
import { type FieldMessage, messageFor, TextArea, TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";

type AgreedFieldsProps = {
  values: Record<string, string | string[]>;
  messages: readonly FieldMessage[];
  /** `YYYY-MM-DD` */
  today: string;
  atMost: { text: number; source: number };
  /** Questions between the day and the last box. */
  children?: ReactNode;
};

/** Asks what people on a list or sheet agreed to, where, and until when. Nothing is preticked. */
export function AgreedFields({ values, messages, today, atMost, children }: AgreedFieldsProps) {
  const { agreed: say } = useWords().imports;
  const typed = (field: string) => (typeof values[field] === "string" ? values[field] : "");
  const field = (name: string) => ({
    name,
    error: messageFor(messages, name),
    defaultValue: typed(name),
    required: true,
  });
  return (
    <>
      <TextArea
        {...field("consent_text")}
        label={say.consent_text}
        hint={say.consent_textHint}
        maxLength={atMost.text}
        rows={5}
      />
      <TextInput
        {...field("consent_source")}
        label={say.consent_source}
        hint={say.consent_sourceHint}
        maxLength={atMost.source}
      />
      <TextInput {...field("agreed_on")} type="date" label={say.agreed_on} max={today} />
      {children}
      <Check
        name="sure"
        label={say.sure}
        error={messageFor(messages, "sure")}
        checked={typed("sure") === "on"}
        required
      />
    </>
  );
}
