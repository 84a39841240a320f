import { Button } from "#app/ui/button.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { wireFields } from "#app/ui/meetings/form-state.ts";
import { Form } from "#app/ui/remix.ts";
import type { Answer, SettingsPage } from "./load.server.ts";

/** Sets when the next consolidated letter is drafted. */
export function WhenPart({ page, answer }: { page: SettingsPage; answer: Answer | undefined }) {
  const { settings: say, list, errors } = useWords().letterConsole;
  const { settings, edited, mayWrite } = page;
  const stored = { every_days: String(settings.everyDays), milestone: String(settings.milestone ?? "") };
  const wire = wireFields({ values: answer?.values ?? stored, errors: answer?.errors ?? [] }, errors);
  return (
    <section className="letter-part" aria-labelledby="when">
      <h2 id="when">{say.when}</h2>
      <p className="reads">{say.whenText}</p>
      {!mayWrite && <p>{list.rhythm(settings.everyDays, settings.milestone)}</p>}
      {mayWrite && (
        <Form method="post" noValidate key={edited?.at}>
          <input type="hidden" name="seen" value={edited?.at ?? ""} />
          <div className="when-fields">
            <TextInput
              {...wire("every_days", say.everyDays, say.everyDaysHint)}
              inputMode="numeric"
              maxLength={2}
              required
            />
            <TextInput
              {...wire("milestone", say.milestone, say.milestoneHint)}
              inputMode="numeric"
              maxLength={7}
            />
            <Button name="intent" value="settings">
              {say.save}
            </Button>
          </div>
        </Form>
      )}
      {answer?.refused === "stale" && (
        <p className="small">
          <b>{say.standsNow}:</b> {list.rhythm(settings.everyDays, settings.milestone)}
        </p>
      )}
      <p className="small muted">
        {edited === null ? say.usual : say.edited(edited.by ?? "", writeMoment(edited.at))}
      </p>
    </section>
  );
}
