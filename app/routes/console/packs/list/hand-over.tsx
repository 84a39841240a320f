import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { messageFor, TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form } from "#app/ui/remix.ts";
import type { Answer } from "./act.server.ts";
import type { ListedPack } from "./load.server.ts";

type HandOverProps = { pack: ListedPack; answer: Answer | undefined; isAlone: boolean };

/** Records a handover, after a first press, since it cannot be undone. */
export function HandOver({ pack, answer, isAlone }: HandOverProps) {
  const { packs } = useWords().packs;
  const say = packs.handOver;
  const messages = (answer?.errors ?? []).map(({ field, code }) => ({
    field,
    message: packs.errors[code] ?? packs.errors[`${field}-shape`] ?? packs.errors[`${field}-missing`] ?? "",
  }));
  const typed = (field: string) => {
    const value = answer?.values?.[field];
    return typeof value === "string" ? value : "";
  };
  return (
    <details className="asked" open={answer !== undefined}>
      <summary>{say.summary}</summary>
      <div>
        <p>{isAlone ? say.textAlone : say.text}</p>
        <Form method="post" noValidate preventScrollReset>
          <ErrorSummary heading={packs.summary} errors={messages} />
          <input type="hidden" name="pack" value={pack.publicId} />
          <div className="when">
            <TextInput
              type="date"
              name="day"
              label={say.day}
              error={messageFor(messages, "day")}
              defaultValue={typed("day")}
            />
            <TextInput
              type="time"
              name="time"
              label={say.time}
              error={messageFor(messages, "time")}
              defaultValue={typed("time")}
            />
          </div>
          <TextInput
            name="to"
            label={say.to}
            hint={say.toHint}
            error={messageFor(messages, "to")}
            defaultValue={typed("to")}
            maxLength={300}
          />
          <Button variant="act" name="intent" value="hand-over">
            {say.button}
          </Button>
        </Form>
      </div>
    </details>
  );
}
