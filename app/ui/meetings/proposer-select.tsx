import { proposers } from "#app/domain/campaign/meetings/meeting.ts";
import { Select } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";

type ProposerSelectProps = Pick<
  Parameters<typeof Select>[0],
  "name" | "label" | "hint" | "error" | "defaultValue"
>;

/** Asks whose proposal an item is. */
export function ProposerSelect(field: ProposerSelectProps) {
  const { item: say } = useWords().meetings;
  return (
    <Select {...field}>
      <option value="">{say.notKnown}</option>
      {proposers.map((proposer) => (
        <option key={proposer} value={proposer}>
          {say.proposers[proposer]}
        </option>
      ))}
    </Select>
  );
}
