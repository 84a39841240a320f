import { TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { type FormState, wireFields } from "../form-state.ts";

type MomentFieldsProps = {
  form: FormState;
  /** As `zoneName` returns it. */
  zone: string;
  legend: string;
  hint?: string | undefined;
  /** Names of the two fields. */
  day: string;
  time: string;
  /** The time may stay empty if the day is given. */
  timeOptional?: boolean;
};

/** Asks for day and time in the exchange's time zone. */
export function MomentFields({
  form,
  zone,
  legend,
  hint,
  day,
  time,
  timeOptional = false,
}: MomentFieldsProps) {
  const { meeting: say, errors } = useWords().meetings;
  const wire = wireFields(form, errors);
  return (
    <fieldset className="moment">
      <legend>{legend}</legend>
      {hint && <p className="hint">{hint}</p>}
      <div className="pair">
        <TextInput {...wire(day, say.day)} type="date" />
        <TextInput {...wire(time, (timeOptional ? say.optionalTime : say.time)(zone))} type="time" />
      </div>
    </fieldset>
  );
}
