import { Select } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";

type RecipientChoiceProps = {
  label: string;
  recipients: readonly { publicId: string; name: string; verified: unknown; retiredAt: string | null }[];
  /** Public id of the chosen one. */
  chosen?: string | undefined;
  error?: string | undefined;
};

/** Offers the campaign's recipients for a dispatch; unverified ones are marked. */
export function RecipientChoice({ label, recipients, chosen, error }: RecipientChoiceProps) {
  const { begin: say } = useWords().letterConsole.dispatches;
  return (
    <Select name="recipient" label={label} error={error} defaultValue={chosen}>
      {recipients
        .filter(({ retiredAt, publicId }) => retiredAt === null || publicId === chosen)
        .map(({ publicId, name, verified }) => (
          <option key={publicId} value={publicId}>
            {name}
            {verified ? "" : ` (${say.unverified})`}
          </option>
        ))}
    </Select>
  );
}
