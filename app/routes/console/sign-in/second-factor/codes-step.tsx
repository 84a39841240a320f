import { ButtonLink } from "#app/ui/button.tsx";
import { RecoveryCodes } from "#app/ui/console/recovery-codes.tsx";
import { useWords } from "#app/ui/locale.tsx";

/** Shows the recovery codes once, when the second factor is in force. */
export function CodesStep({ codes }: { codes: string[] | null }) {
  const { codes: say } = useWords().people.second;
  return (
    <>
      <h1 className="form">{say.title}</h1>
      <p className="standfirst">{codes ? say.text : say.kept}</p>
      {codes && <RecoveryCodes codes={codes} />}
      <p className="gap">
        <ButtonLink variant="act" wide href="/organize">
          {codes ? say.go : say.goOn}
        </ButtonLink>
      </p>
    </>
  );
}
