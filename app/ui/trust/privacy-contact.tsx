import { Stated } from "#app/ui/footer.tsx";
import { useWords } from "#app/ui/locale.tsx";

type PrivacyContactProps = { contact: string | null; examples: boolean };

/** Says whom to ask about one's data if the pages do not answer it. */
export function PrivacyContact({ contact, examples }: PrivacyContactProps) {
  const { common, privacy } = useWords();
  return (
    <>
      {privacy.rights.ask}{" "}
      <Stated
        value={contact}
        example={examples && common.example.privacyContact}
        missing={privacy.rights.missing}
      >
        {(address) => <a href={`mailto:${address}`}>{address}</a>}
      </Stated>
    </>
  );
}
