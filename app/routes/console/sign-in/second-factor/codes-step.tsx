import { ButtonLink } from "#app/ui/button.tsx";
import { RecoveryCodes } from "#app/ui/console/recovery-codes.tsx";
import { useWords } from "#app/ui/locale.tsx";

/** The second factor is in force; its recovery codes are shown this once. */
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
