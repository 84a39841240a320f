import { Button } from "#app/ui/button.tsx";
import { useWords } from "#app/ui/locale.tsx";

/** Asks for a new link to the address that this one was emailed to, which need not be typed. */
export function FreshLinkForm({ why, result }: { why: string; result?: string | undefined }) {
  const { manage } = useWords().personal;
  return (
    <>
      {result ? (
        <p className="notice good" role="status">
          {result}
        </p>
      ) : (
        <p>{why}</p>
      )}
      <form method="post">
        <Button variant="act" name="intent" value="fresh-link">
          {manage.freshButton}
        </Button>
      </form>
    </>
  );
}
