import { useWords } from "#app/ui/locale.tsx";
import { isRouteErrorResponse, useParams, useRouteError } from "#app/ui/remix.ts";

/** Says that a console page is missing, refused or broken. `overview`: they may open the campaign's. */
export function ConsoleError({ overview = true }: { overview?: boolean }) {
  const { errors } = useWords().organize;
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const { title, text } = status === 403 ? errors[403] : status === 404 ? errors[404] : errors[500];
  const { campaign } = useParams();
  return (
    <div className="blank">
      <h1>{title}</h1>
      <p>{text}</p>
      <p>
        {overview && campaign ? (
          <a href={`/organize/c/${campaign}`}>{errors.overview}</a>
        ) : (
          <a href="/organize">{errors.back}</a>
        )}
      </p>
    </div>
  );
}
