import { Button } from "#app/ui/button.tsx";
import { useWords } from "#app/ui/locale.tsx";

/** Asks for a fresh link by this one: to the address it was mailed to, which need not be typed. */
export function FreshLinkForm({ why, said }: { why: string; said?: string | undefined }) {
  const { manage } = useWords().personal;
  return (
    <>
      {said ? (
        <p className="notice good" role="status">
          {said}
        </p>
      ) : (
        <p>{why}</p>
      )}
      <form method="post">
        <Button look="act" name="intent" value="fresh-link">
          {manage.freshButton}
        </Button>
      </form>
    </>
  );
}
